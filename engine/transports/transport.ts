import type { Duplex } from "node:stream";

/** A way to an engine. */
export interface Transport {
  /** Whether each connection is a process of its own, which takes time and memory. @default false */
  readonly isProcess?: boolean;
  /**
   * A new connection, ready for HTTP. Half-closing is possible: what it has ended, it still reads.
   *
   * @throws EngineError
   */
  connect(signal?: AbortSignal): Promise<Duplex>;
}
