import { parseReference, passwordFor, type Reference, RegistryClient, RegistryError } from "../../registry";
import { DiagnosticError, diagnosticOf, listOf, type Path, string } from "../schema";
import type { DockerCall } from "./define";

/** Credentials of one image's registry, where they are not the provider's. */
export const authConfig = listOf(
  {
    address: string({
      required: true,
      doc: "Address of the registry; with `http://` before it, one that speaks no TLS.",
    }),
    username: string({ required: true, doc: "User name." }),
    password: string({ required: true, sensitive: true, doc: "Password." }),
  },
  { max: 1, doc: "Credentials for the image's registry. They go before the provider's." },
);

/** What says how an image's registry is spoken to. */
export interface RegistryAccess {
  readonly name: string;
  readonly insecure_skip_verify?: boolean;
  readonly auth_config: readonly { readonly address: string; readonly username: string; readonly password: string }[];
}

/** An image in its registry: `RegistryClient` takes the repository's path and the tag or digest. */
export interface RegistryImage {
  readonly client: RegistryClient;
  /** Of the registry. */
  readonly host: string;
  readonly repository: string;
  readonly reference: string;
}

/** The registry that an image's name is of, ready to be asked. */
export async function registryOf(
  call: Pick<DockerCall, "registries" | "signal">,
  access: RegistryAccess,
): Promise<RegistryImage> {
  const parsed = parseReference(access.name);
  const [own] = access.auth_config;
  const client = new RegistryClient({
    host: parsed.domain,
    credentials: own
      ? { ...own, password: passwordFor(parsed.domain, own.password) }
      : await call.registries.for(access.name),
    insecure: access.insecure_skip_verify || undefined,
    plain: own ? own.address.startsWith("http://") : call.registries.isPlain?.(access.name),
    signal: call.signal,
  });
  return { client, host: parsed.domain, repository: parsed.path, reference: referenceOf(parsed) };
}

const referenceOf = ({ tag, digest }: Reference): string => digest ?? tag ?? "latest";

/** Waits for the registry; what it refuses is about the attribute at `path`. */
export async function fromRegistry<T>(path: Path, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    throw new DiagnosticError(error.problems.map((problem) => diagnosticOf(problem, path)));
  }
}
