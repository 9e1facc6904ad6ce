import type { Address } from "./address";
import { EngineError, type EngineErrorCode } from "./errors";

/** What a failed connection means, and what helps. */
interface Meaning {
  readonly code: EngineErrorCode;
  readonly summary: (url: string) => string;
  readonly remedy: (address: Address) => string;
}

/** Codes of Node's errors (errno names, and those of its DNS and TLS layers), narrowed by their messages where needed. */
interface Row extends Meaning {
  readonly causes: readonly string[] | RegExp;
  readonly pattern?: RegExp;
}

/** The first row that fits counts. */
const rows: readonly Row[] = [
  {
    causes: ["ENOENT", "ENOTDIR"],
    code: "unreachable",
    summary: (url) => `no Docker engine answers at ${url}`,
    remedy: (address) =>
      `${address.kind === "unix" ? `There is no socket ${address.path}: start` : "Start"} the engine (\`systemctl start docker\`, or \`dockerd\`), or give the address of another.`,
  },
  {
    causes: ["EHOSTUNREACH", "EHOSTDOWN", "ENETUNREACH", "ENETDOWN", "ETIMEDOUT", "EADDRNOTAVAIL"],
    code: "unreachable",
    summary: (url) => `no Docker engine answers at ${url}`,
    remedy: () => "Check that the host is up and that no firewall is between, or give the address of another engine.",
  },
  {
    causes: ["ECONNREFUSED"],
    code: "refused",
    summary: (url) => `no Docker engine listens at ${url}`,
    remedy: (address) =>
      address.kind === "unix"
        ? `The socket ${address.path} is there, but nobody listens: start the engine (\`systemctl start docker\`, or \`dockerd\`).`
        : "Start the engine, let it listen there (`dockerd -H`), or correct the port.",
  },
  {
    causes: ["EACCES", "EPERM"],
    code: "permission-denied",
    summary: (url) => `this user may not use the engine at ${url}`,
    remedy: () => "Add the user to the group `docker` (`sudo usermod -aG docker $USER`) and log in again.",
  },
  {
    causes: ["ENOTFOUND", "EAI_AGAIN", "EAI_NONAME", "EAI_NODATA", "EAI_FAIL"],
    code: "unknown-host",
    summary: (url) => `the host of ${url} is unknown`,
    remedy: () => "Correct the host's name, or give its IP address.",
  },
  {
    causes: /SELF_SIGNED|^UNABLE_TO_|^CERT_|^(?:ERR_TLS_CERT_ALTNAME_INVALID|INVALID_CA|HOSTNAME_MISMATCH)$/,
    code: "tls-untrusted",
    summary: (url) => `the certificate of the engine at ${url} is not trusted`,
    remedy: () =>
      "Give the certificate of the authority that signed it as `ca`, and reach the engine by a name that its certificate has.",
  },
  {
    causes: /^(EPROTO|ERR_SSL_.*)$/,
    pattern: /alert/i,
    code: "tls-refused",
    summary: (url) => `the engine at ${url} refused the client's certificate`,
    remedy: () => "Give a certificate that the engine's authority signed, and its key, as `cert` and `key`.",
  },
  {
    causes: /^(EPROTO|ERR_SSL_.*)$/,
    code: "tls-mismatch",
    summary: (url) => `what answers at ${url} does not speak TLS`,
    remedy: () => "Leave the TLS material out, or give the port that speaks TLS (2376 by custom).",
  },
  {
    causes: /^ERR_(OSSL|CRYPTO|TLS)_/,
    code: "tls-material",
    summary: (url) => `the TLS material for ${url} cannot be read`,
    remedy: () =>
      "Give certificates and key as PEM text, the key without a passphrase and belonging to the certificate.",
  },
  {
    causes: ["ECONNRESET", "ECONNABORTED", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"],
    code: "connection-lost",
    summary: (url) => `the connection to the engine at ${url} broke`,
    remedy: () =>
      "Look into the engine's log for the reason. Whether it carried out the call is unknown: a refresh tells.",
  },
  {
    causes: /^ERR_(INVALID|UNESCAPED|HTTP)_/,
    code: "bad-request",
    summary: (url) => `a call to ${url} cannot be sent`,
    remedy: () => "Correct the value that the message names.",
  },
  {
    causes: ["MALFORMED_LOG_STREAM"],
    code: "malformed-response",
    summary: (url) => `what answers at ${url} does not send streams as a Docker engine does`,
    remedy: () => "Give the address of a Docker engine; a proxy between must pass on upgraded connections untouched.",
  },
  {
    causes: /^HPE_/,
    code: "malformed-response",
    summary: (url) => `what answers at ${url} does not speak HTTP`,
    remedy: () => "Give the address of a Docker engine; where this is one that speaks TLS, give the TLS material.",
  },
];

const unforeseen: Meaning = {
  code: "unreachable",
  summary: (url) => `the engine at ${url} cannot be reached`,
  remedy: () => "Check the address, and that the engine runs.",
};

/** What an error of a socket means for the engine behind it. An EngineError stays what it is. */
export function connectionError(address: Address, cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const { code: known, message } = flat(cause);
  const row = rows.find(({ causes, pattern }) => fits(causes, known) && (pattern?.test(message) ?? true)) ?? unforeseen;
  return new EngineError({
    code: row.code,
    what: row.summary(address.url),
    remedy: row.remedy(address),
    engineMessage: message,
    address: address.url,
    cause,
  });
}

function fits(causes: readonly string[] | RegExp, code: string): boolean {
  return causes instanceof RegExp ? causes.test(code) : causes.includes(code);
}

/** Where a host has several addresses, Node tries each and reports all failures as one. */
function flat(cause: unknown): { code: string; message: string } {
  const { errors } = Object(cause) as Partial<AggregateError>;
  const { code, message } = Object(errors?.[0] ?? cause) as Partial<NodeJS.ErrnoException>;
  return { code: code ?? "", message: (message ?? String(cause)).trim() };
}
