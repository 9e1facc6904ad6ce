import { headline, ProblemError } from "../problem";

/** Why a registry did not answer as it should. */
export type RegistryErrorCode =
  | "unreachable"
  | "untrusted"
  | "unauthorized"
  | "forbidden"
  | "absent"
  | "unsupported"
  | "too-many-requests"
  | "malformed"
  | "failed";

/** What is wrong, and the change that helps. */
const rows: {
  readonly [Code in RegistryErrorCode]: { says(what: string, host: string): string; readonly remedy: string };
} = {
  unreachable: {
    says: (_, host) => `the registry ${host} does not answer`,
    remedy: "Check its name and port, and that this machine reaches it.",
  },
  untrusted: {
    says: (_, host) => `the certificate of the registry ${host} is not trusted`,
    remedy:
      "Give its authority's certificate to Node.js (NODE_EXTRA_CA_CERTS), or set `insecure_skip_verify = true` where nobody can come between.",
  },
  unauthorized: {
    says: (what) => `${what} was refused by the registry`,
    remedy: "Give credentials that may do this: `auth_config`, the provider's `registry_auth`, or `docker login`.",
  },
  forbidden: {
    says: (what) => `${what} is not allowed to these credentials`,
    remedy: "Give credentials that may do this, or ask the registry's owner.",
  },
  absent: {
    says: (what) => `${what} does not exist in the registry`,
    remedy: "Correct the name or the tag, or push it first.",
  },
  unsupported: {
    says: (what) => `the registry does not allow removing ${what}`,
    remedy:
      "Set `keep_remotely = true`, apply, and destroy then; or allow it (`REGISTRY_STORAGE_DELETE_ENABLED=true` for Docker's own registry).",
  },
  "too-many-requests": {
    says: (_, host) => `the registry ${host} has been asked too often`,
    remedy: "Wait as long as it says, or log in: most registries allow more to those they know.",
  },
  malformed: {
    says: (_, host) => `what answers at ${host} does not answer like a registry`,
    remedy:
      "Check the name and the port: the API of a registry is under /v2/ (https://distribution.github.io/distribution/spec/api/).",
  },
  failed: { says: (what) => `${what} failed in the registry`, remedy: "The registry's message says why." },
};

/** A registry that did not answer as it should. */
export class RegistryError extends ProblemError<RegistryErrorCode> {
  override readonly name = "RegistryError";

  /** @param said the registry's own words, or the system's */
  constructor(code: RegistryErrorCode, what: string, host: string, said: string) {
    const { says, remedy } = rows[code];
    const problem = { code, what: says(what, host), said, where: `Asked: ${host}`, remedy };
    super([problem], headline(problem));
  }
}
