import { setTimeout as pause } from "node:timers/promises";
import { type Engine, type EngineError, type Filters, isEngineError } from "../../../engine";

/** Milliseconds before an engine that was lost is asked again. */
const RETRY_MS = 1000;

export interface EventWatch {
  readonly filters: Filters;
  readonly signal: AbortSignal;
  /** Something may have changed: once the engine reports, after each event, and after each reconnection. */
  changed(): void;
  /** The engine does not answer, or not any more; it is asked again. */
  lost(error: EngineError): void;
}

/** Follows an engine's events until it is told to stop. */
export async function watchEvents(engine: Engine, { filters, signal, changed, lost }: EventWatch): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await engine.system.events({ filters, signal });
      changed();
      for await (const _ of events) changed();
      if (!signal.aborted) changed();
    } catch (error) {
      if (signal.aborted) return;
      if (!isEngineError(error)) throw error;
      lost(error);
    }
    await pause(RETRY_MS, undefined, { signal }).catch(() => {});
  }
}
