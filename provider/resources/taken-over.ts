import { DiagnosticError, type PrivateState } from "../schema";

/** Under this it is kept beside the state that the object was imported, until it is read again. */
const KEY = "taken-over";

/** Notes whether a read is an import's. */
export function noteTakenOver(privateState: PrivateState, isImport: boolean): void {
  if (isImport) privateState.set(KEY, "true");
  else privateState.remove(KEY);
}

/**
 * Whether the plan is of an object that this very run imports: what no engine tells of it is not known yet, and is taken
 * to be what the configuration says.
 */
export const isTakenOver = (privateState: PrivateState): boolean => privateState.tryGet(KEY) !== undefined;

/** What an import names is not there. */
export function notThere(type: string, id: string, engine: string): DiagnosticError {
  const kind = type.replace(/^docker_/, "").replaceAll("_", " ");
  return new DiagnosticError([
    {
      severity: "error",
      summary: `there is no ${kind} "${id}" to import on ${engine}`,
      detail:
        "To have it made instead, remove its `import` block, or its service from `adopt` of the Compose project or stack. Where it is there under another name or on another engine, the id of an import is `NAME` or `ENGINE|NAME`.",
    },
  ]);
}
