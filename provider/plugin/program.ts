import type { Server } from "node:net";
import type { Identity } from "./go-plugin/certificate";
import type { SocketPath } from "./go-plugin/socket";
import type { InFlight } from "./process/in-flight";
import type { Answers } from "./tfplugin6/answer";
import type { HandledCall } from "./tfplugin6/handlers";

/*
 * A provider is three files, each loaded by the one before it, and not before it is needed: the executable (launcher.ts)
 * up to the handshake line, the server up to the schema, which is kept beside it as bytes, and what answers all other
 * calls.
 */

/** File of the `Program`, beside the executable. */
export const PROGRAM = "program.js";
/** File of what is `Answering`, beside the program. */
export const PROVIDER = "provider.js";

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

/** What the server's file exports. */
export interface Program {
  start(launch: Launch): void;
}

/** What the provider's file exports. */
export interface Answering {
  open(inFlight: InFlight): Answers;
  /** Answers that are the same for ever. @throws what the provider's loading throws */
  kept(): Promise<readonly (readonly [HandledCall, Uint8Array])[]>;
}
