import { Engine, isEngineError } from "../../engine";
import { LabProblem } from "../problem";
import type { EngineChoice } from "./engine-address";
import { startEngine } from "./start-engine";

/** An engine that answers; where nobody named one and none does, it is set up. @throws LabProblem */
export async function ensureEngine(choice: EngineChoice, options: { readonly install: boolean }): Promise<Engine> {
  const engine = openEngine(choice);
  try {
    await engine.system.ping();
  } catch (error) {
    if (!choice.isDefault || !isAbsent(error)) throw refusal(error, choice);
    await startEngine(engine, options);
  }
  return engine;
}

/** Whether an error says that there is no engine, rather than one that refuses. */
export const isAbsent = (error: unknown) => isEngineError(error, "unreachable", "refused");

/** The chosen engine, whether or not it answers. @throws LabProblem `engine-refuses` for an address that is none */
export function openEngine(choice: Pick<EngineChoice, "url" | "tls">): Engine {
  try {
    return Engine.at(choice.url, { tls: choice.tls });
  } catch (error) {
    throw refusal(error, choice);
  }
}

const refusal = (error: unknown, { url }: Pick<EngineChoice, "url">) =>
  isEngineError(error) ? LabProblem.of("engine-refuses", { url, error: error.problems[0] }) : error;
