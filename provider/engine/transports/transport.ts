import type { Duplex } from "node:stream";

/** As many sockets as Terraform works on objects at once. */
export const idleSockets = 10;

export const idleTunnels = 4;

/** A way to an engine. */
export interface Transport {
  /** How many idle connections are worth keeping for the next calls: a tunnel costs a process of 20 MB or so. */
  readonly idleConnections: number;
  /**
   * A new connection, ready for HTTP. Half-closing is possible: what it has ended, it still reads.
   *
   * @throws EngineError
   */
  connect(signal?: AbortSignal): Promise<Duplex>;
}
