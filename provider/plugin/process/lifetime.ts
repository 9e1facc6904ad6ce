import type { Server, Socket } from "node:net";
import { logOf } from "../../../log";
import type { InFlight } from "./in-flight";

const log = logOf("plugin");
/** How long calls may take to undo or note down what they made, once nobody waits for them any more. */
const GRACE_MS = 10_000;
/** How often to look whether Terraform still lives while it has not called yet. */
const PARENT_CHECK_MS = 1_000;
/** Terraform gives a plugin a minute to say where it is, and connects at once; a parent that was gone before is none. */
const PATIENCE_MS = 120_000;

export interface LifetimeOptions {
  /** The process that started this one, when it did. */
  readonly parent: number;
  /** Removes the socket's name. */
  removeSocket(): void;
  /** Lets go of what the provider holds. */
  close(): void;
  /** @default the operating system's word on who the parent is now */
  parentNow?(): number;
  /** @default process.exit */
  exit?(code: number): void;
}

/**
 * When this process ends: as Terraform says (Shutdown), or when Terraform is no more. A Terraform that was killed
 * says nothing; its connection closes. Before the first call there is no connection to go by, so the parent is watched.
 */
export class Lifetime {
  private readonly connections = new Set<Socket>();
  private readonly parentWatch: NodeJS.Timeout;
  private called = false;
  private ending = false;

  constructor(
    private readonly listener: Server,
    private readonly inFlight: InFlight,
    private readonly options: LifetimeOptions,
  ) {
    listener.on("connection", (connection: Socket) => {
      this.connections.add(connection);
      connection.on("close", () => this.disconnected(connection));
      // A connection that breaks closes; that it was an error is of no use.
      connection.on("error", () => {});
    });
    const started = Date.now();
    this.parentWatch = setInterval(() => {
      if (this.parentNow() !== options.parent) this.end("Terraform ended before it called");
      else if (Date.now() - started > PATIENCE_MS && this.connections.size === 0) this.end("nobody called");
    }, PARENT_CHECK_MS);
  }

  /**
   * Terraform is connected: it keeps one connection from the first call to the last, so no other is let in, and the
   * socket's name can go now rather than be left behind by a kill.
   */
  firstCall(): void {
    if (this.called) return;
    this.called = true;
    clearInterval(this.parentWatch);
    this.listener.close();
    this.options.removeSocket();
  }

  /** SIGTERM: stops work as StopProvider does; only where Terraform never called is it the end of the process too. */
  terminate(): void {
    if (this.called) this.inFlight.stop("stopped: the provider received SIGTERM");
    else this.end("SIGTERM");
  }

  private disconnected(connection: Socket): void {
    this.connections.delete(connection);
    if (this.called && this.connections.size === 0) this.end("Terraform is gone");
  }

  /** Stops what is in flight, waits for it, exits. */
  async end(reason: string): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    clearInterval(this.parentWatch);
    if (this.inFlight.count > 0) log.warn?.("ending with calls in flight", { reason, calls: this.inFlight.count });
    this.inFlight.stop(`stopped: ${reason}`);
    await this.idleOrGrace();
    this.options.close();
    (this.options.exit ?? process.exit)(0);
  }

  private async idleOrGrace(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, GRACE_MS);
    });
    await Promise.race([this.inFlight.idle(), grace]);
    clearTimeout(timer);
  }

  private parentNow(): number {
    return this.options.parentNow?.() ?? process.ppid;
  }
}
