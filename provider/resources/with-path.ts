import { type EngineError, isEngineError } from "../../engine";
import { DiagnosticError, diagnosticOf, type Path } from "../schema";

/** What the engine refused, as an error about the attribute that it refused. */
export function errorAtPath(path: Path, thrown: unknown): unknown {
  // A call that never got an answer says nothing of the attribute.
  if (!isEngineError(thrown) || thrown.object === undefined || isOfEngine(thrown)) return thrown;
  return new DiagnosticError(thrown.problems.map((problem) => diagnosticOf(problem, path)));
}

/** It is the container with the engine in it that is not there, or does not run: there was no answer. */
const isOfEngine = (error: EngineError): boolean =>
  isEngineError(error, "container-absent", "container-stopped") && error.status === undefined;

/** Waits for a call of the engine; a refusal is about the attribute at `path`. */
export async function withPath<T>(path: Path, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    throw errorAtPath(path, thrown);
  }
}
