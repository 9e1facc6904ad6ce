/** The work was stopped before it was done, or came after the stop. */
export class Stopped extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "Stopped";
  }
}

/** By its name: whoever stops calls and whoever answers them are bundled apart. */
export const isStopped = (thrown: unknown): thrown is Stopped => thrown instanceof Error && thrown.name === "Stopped";

/** The calls that are being served: one stop reaches all of them, and none starts after it. */
export class InFlight {
  private readonly running = new Map<AbortController, Promise<unknown>>();
  private stopped: Stopped | undefined;

  /** Runs `work` with a signal of its own. @throws Stopped after a stop, at once */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.stopped) throw this.stopped;
    const controller = new AbortController();
    const done = work(controller.signal);
    this.running.set(controller, done);
    try {
      return await done;
    } finally {
      this.running.delete(controller);
    }
  }

  get count(): number {
    return this.running.size;
  }

  /** Aborts what runs; its calls still answer, with an error and what they made. */
  stop(reason: string): void {
    if (this.stopped) return;
    this.stopped = new Stopped(reason);
    for (const controller of this.running.keys()) controller.abort(this.stopped);
  }

  /** Resolves once everything that runs has ended, one way or the other. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running.values());
  }
}
