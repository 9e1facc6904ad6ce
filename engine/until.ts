import type { CallOptions, Client } from "./client";
import { EngineError } from "./errors";
import { encodeFilters, type Filters } from "./query";

export interface UntilOptions extends CallOptions {
  /** Which events may have changed the answer. */
  readonly filters: Filters;
}

/**
 * Waits until `look` gives something: looks once after the engine has begun to report events, then after each event.
 * Events that come while it looks are answered by one more look.
 *
 * @throws EngineError "connection-lost" where the events end before; and what `look` throws
 */
export async function until<T>(
  client: Client,
  { filters, signal }: UntilOptions,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const enough = new AbortController();
  const listening = signal ? AbortSignal.any([signal, enough.signal]) : enough.signal;
  const call = { method: "GET", path: "/events", signal: listening } as const;
  // With no call before, this is the one that tells the engine's time.
  await client.apiVersion(call);
  // The engine answers just before it subscribes: what happens in between is in its memory of the seconds since.
  const query = { filters: encodeFilters(filters), since: client.engineTime };
  const events = await client.messages({ ...call, query });
  const bell = new Bell();
  const pump = ringForEach(events, bell, client.address);
  try {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      await bell.rung();
    }
  } finally {
    enough.abort();
    await pump;
  }
}

async function ringForEach(events: AsyncIterable<unknown>, bell: Bell, address: string): Promise<void> {
  try {
    for await (const _ of events) bell.ring();
    bell.break(
      new EngineError({
        code: "connection-lost",
        what: `the engine at ${address} ended its report of events`,
        remedy: "Look into the engine's log for the reason, and try again.",
        call: "GET /events",
        address,
      }),
    );
  } catch (error) {
    bell.break(error as Error);
  }
}

/** Remembers one ring until somebody asks. */
class Bell {
  private waiting = false;
  private failure: Error | undefined;
  private wake: () => void = () => {};

  ring(): void {
    this.waiting = true;
    this.wake();
  }

  break(failure: Error): void {
    this.failure = failure;
    this.ring();
  }

  async rung(): Promise<void> {
    if (!this.waiting)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.waiting = false;
    if (this.failure) throw this.failure;
  }
}
