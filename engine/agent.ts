import { setMaxListeners } from "node:events";
import { Agent } from "node:http";
import type { Duplex } from "node:stream";
import type { Transport } from "./transports/transport";

/**
 * Idle connections kept for the next calls: as many as Terraform works on at once. A tunnel that is kept costs about
 * 5 MB, one that is made anew 40 ms and more.
 */
const idleConnections = 10;

/** Processes that carry connections: so many are started at once, and one takes about so long until it carries anything. */
const startedAtOnce = 2;
const startMilliseconds = 200;

/** Keeps an engine's connections: http takes them from here, and brings them back when a call is over. */
export class TransportAgent extends Agent {
  private readonly open = new Set<Duplex>();
  private readonly closing = new AbortController();
  /** Those who would rather have a connection that another call gives back than start a process. */
  private readonly waiting = new Set<() => void>();
  private beingMade = 0;

  constructor(private readonly transport: Transport) {
    super({ keepAlive: true, maxFreeSockets: idleConnections });
    setMaxListeners(0, this.closing.signal);
    this.on("free", () => {
      const [first] = this.waiting;
      first?.();
    });
  }

  /**
   * Begins a call. Where a new connection is a process that has to start, and others are at it, only once another call has
   * given its own back, or the process would have started.
   */
  async inTurn<T>(begin: () => Promise<T>): Promise<T> {
    if (this.transport.isProcess && !this.hasFree() && this.inUse() >= startedAtOnce) await this.givenBack();
    return begin();
  }

  private givenBack(): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(late);
        this.waiting.delete(go);
        resolve();
      };
      const late = setTimeout(go, startMilliseconds);
      this.waiting.add(go);
    });
  }

  private hasFree = (): boolean => Object.values(this.freeSockets).some((sockets) => sockets?.length);
  private inUse = (): number =>
    Object.values(this.sockets).reduce((sum, sockets) => sum + (sockets?.length ?? 0), this.beingMade);

  override createConnection(
    _options: unknown,
    callback: (error: Error | null, connection: Duplex) => void = () => {},
  ): undefined {
    this.beingMade += 1;
    this.transport.connect(this.closing.signal).then(
      (connection) => {
        this.beingMade -= 1;
        if (this.closing.signal.aborted) connection.destroy(this.closing.signal.reason);
        this.open.add(connection);
        // Its errors reach whoever reads it; that nobody does is no reason to end the program.
        connection.on("error", () => {});
        connection.once("close", () => this.open.delete(connection));
        callback(null, connection);
      },
      // The type asks for a connection even beside an error; http looks at the error alone.
      (error) => {
        this.beingMade -= 1;
        callback(error, undefined as unknown as Duplex);
      },
    );
  }

  /** Ends every connection, those included that calls have taken over. */
  close(reason: Error): void {
    this.closing.abort(reason);
    for (const connection of this.open) connection.destroy(reason);
    this.destroy();
  }
}
