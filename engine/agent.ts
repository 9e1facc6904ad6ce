import { setMaxListeners } from "node:events";
import { Agent } from "node:http";
import type { Duplex } from "node:stream";
import type { Transport } from "./transports/transport";

/**
 * Idle connections kept for the next calls: as many as Terraform works on at once. A tunnel that is kept costs about
 * 5 MB, one that is made anew 40 ms and more.
 */
const idleConnections = 10;

/** Keeps an engine's connections: http takes them from here, and brings them back when a call is over. */
export class TransportAgent extends Agent {
  private readonly open = new Set<Duplex>();
  private readonly closing = new AbortController();

  constructor(private readonly transport: Transport) {
    super({ keepAlive: true, maxFreeSockets: idleConnections });
    setMaxListeners(0, this.closing.signal);
  }

  override createConnection(
    _options: unknown,
    callback: (error: Error | null, connection: Duplex) => void = () => {},
  ): undefined {
    this.transport.connect(this.closing.signal).then(
      (connection) => {
        if (this.closing.signal.aborted) connection.destroy(this.closing.signal.reason);
        this.open.add(connection);
        // Its errors reach whoever reads it; that nobody does is no reason to end the program.
        connection.on("error", () => {});
        connection.once("close", () => this.open.delete(connection));
        callback(null, connection);
      },
      // The type asks for a connection even beside an error; http looks at the error alone.
      (error) => callback(error, undefined as unknown as Duplex),
    );
  }

  /** Ends every connection, those included that calls have taken over. */
  close(reason: Error): void {
    this.closing.abort(reason);
    for (const connection of this.open) connection.destroy(reason);
    this.destroy();
  }
}
