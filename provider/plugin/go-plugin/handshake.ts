import { X509Certificate } from "node:crypto";

const CORE_PROTOCOL = 1;
const PROVIDER_PROTOCOL = 6;
const OLDEST_NODE = 20;
/** Not a secret: it tells Terraform's start of a plugin from a curious user's. */
const MAGIC_COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

export interface Handshake {
  /** The only client to be let in, PEM. Without it the connection is not encrypted. */
  readonly clientCertificate?: string;
}

/** This process was not started by a Terraform that it can work with. */
export class HandshakeRefused extends Error {
  constructor(
    readonly code: "not-terraform" | "protocol-too-old" | "node-too-old" | "certificate-malformed",
    message: string,
  ) {
    super(message);
    this.name = "HandshakeRefused";
  }
}

type Environment = { readonly [name: string]: string | undefined };

/**
 * What Terraform says to the plugin, in environment variables:
 * https://github.com/hashicorp/go-plugin/blob/main/docs/internals.md
 *
 * @throws HandshakeRefused
 */
export function readHandshake(environment: Environment, node: string = process.versions.node): Handshake {
  if (environment["TF_PLUGIN_MAGIC_COOKIE"] !== MAGIC_COOKIE) {
    throw new HandshakeRefused(
      "not-terraform",
      "this is a Terraform provider: a plugin that Terraform starts by itself, not a command.\n" +
        "To use it, name it under `required_providers` in a configuration, then run `terraform init` and `terraform apply` there.",
    );
  }
  const offered = environment["PLUGIN_PROTOCOL_VERSIONS"];
  if (offered && !offered.split(",").some((version) => Number(version) === PROVIDER_PROTOCOL)) {
    throw new HandshakeRefused(
      "protocol-too-old",
      `this provider speaks plugin protocol ${PROVIDER_PROTOCOL}, and was offered ${offered}; use Terraform 1.0 or newer, or OpenTofu`,
    );
  }
  if (Number.parseInt(node, 10) < OLDEST_NODE) {
    throw new HandshakeRefused(
      "node-too-old",
      `this provider runs on Node.js ${OLDEST_NODE} or newer, and was started by ${node}; put a newer \`node\` first in PATH`,
    );
  }
  const clientCertificate = environment["PLUGIN_CLIENT_CERT"] || undefined;
  if (clientCertificate !== undefined && !isCertificate(clientCertificate)) {
    throw new HandshakeRefused(
      "certificate-malformed",
      "PLUGIN_CLIENT_CERT is not a certificate in PEM; it is set by Terraform, to a new one at each start",
    );
  }
  return { clientCertificate };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** The one line on standard output that tells Terraform where to connect, and to whom. */
export function handshakeLine(socket: string, certificate: Buffer | undefined): string {
  const encoded = certificate?.toString("base64").replace(/={1,2}$/, "") ?? "";
  return `${[CORE_PROTOCOL, PROVIDER_PROTOCOL, "unix", socket, "grpc", encoded].join("|")}\n`;
}
