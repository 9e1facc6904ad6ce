import type { Duplex } from "node:stream";

/** A way to an engine. */
export interface Transport {
  /**
   * A new connection, ready for HTTP. Half-closing is possible: what it has ended, it still reads.
   *
   * @throws EngineError
   */
  connect(signal?: AbortSignal): Promise<Duplex>;
}
