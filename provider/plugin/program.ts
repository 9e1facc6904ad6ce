import type { Server } from "node:net";
import type { Identity } from "./go-plugin/certificate";
import type { SocketPath } from "./go-plugin/socket";

/** What the launcher has set up by the time Terraform knows where to connect. */
export interface Launch {
  readonly listener: Server;
  readonly socket: SocketPath;
  /** Undefined without TLS. */
  readonly identity: Identity | undefined;
  /** The only client to be let in, PEM. */
  readonly clientCertificate: string | undefined;
  /** The process that started this one, when it did. */
  readonly parent: number;
  /** Sets what SIGTERM does. */
  onTerminate(listener: () => void): void;
}

/** What the file beside the launcher exports. */
export interface Program {
  start(launch: Launch): void;
}
