import { type Engine, isEngineError } from "../../../engine";
import type { Call } from "../../schema";

/** The container that is waited for. */
export interface Target extends Pick<Call, "signal"> {
  readonly engine: Engine;
  readonly id: string;
}

/** What it has printed; undefined where its log driver cannot be read. */
export async function tryLog({ engine, id, signal }: Target): Promise<string | undefined> {
  try {
    return (await engine.containers.logs(id, { signal })).output;
  } catch (error) {
    if (!isEngineError(error) || isEngineError(error, "aborted", "connection-lost", "unresponsive")) throw error;
    return undefined;
  }
}
