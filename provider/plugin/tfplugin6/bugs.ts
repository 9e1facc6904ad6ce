import { AssertionError } from "node:assert";
import { types } from "node:util";
import { logOf } from "../../../log";
import { type Diagnostic, DiagnosticError, diagnosticsOf } from "../../schema/diagnostic";
import { isStopped } from "../process/in-flight";

const log = logOf("plugin");

/** What the language throws at a mistake in the code; what is meant for users is of a class of its own. */
const MISTAKES = [TypeError, ReferenceError, SyntaxError, AssertionError];

const isMistake = (thrown: unknown): thrown is Error => MISTAKES.some((mistake) => thrown instanceof mistake);

/**
 * Whatever was thrown, as diagnostics: a mistake of the provider says so, and its stack goes to the log only.
 *
 * @param where it happened: `ReadResource`, `docker_image: create`
 */
export function diagnosticsOfThrown(thrown: unknown, where: string): Diagnostic[] {
  if (!isMistake(thrown)) return diagnosticsOf(thrown);
  const { name, message, stack } = thrown;
  // JSON.parse quotes what it could not read, which may hold a secret.
  const told = thrown instanceof SyntaxError ? name : `${name}: ${message}`;
  log.error("bug in the provider", { where, error: told, stack: framesOf(stack) });
  const detail = `${where} failed with ${told}; please report it, with the stack that TF_LOG=error prints`;
  return [{ severity: "error", summary: "this is a bug in the provider", detail }];
}

/** The stack without the message at its head. */
const framesOf = (stack = ""): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

/** The type, each of its functions throwing mistakes as diagnostics that name it, and aborts as what they come from. */
export function tellingBugs<T extends { readonly type: string }>(type: T): T {
  const members = Object.entries(type as Record<string, unknown>).map(([name, member]) => [
    name,
    typeof member === "function" ? guarded(member.bind(type), `${type.type}: ${name}`) : member,
  ]);
  return Object.fromEntries(members) as T;
}

function guarded(run: (...args: unknown[]) => unknown, where: string) {
  const rethrow = (thrown: unknown): never => {
    // Node.js aborts with "The operation was aborted", and the reason as its cause.
    const reason = (thrown as { readonly cause?: unknown } | undefined)?.cause;
    if (isStopped(reason)) throw reason;
    throw isMistake(thrown) ? new DiagnosticError(diagnosticsOfThrown(thrown, where)) : thrown;
  };
  return (...args: unknown[]): unknown => {
    try {
      const result = run(...args);
      return types.isPromise(result) ? result.catch(rethrow) : result;
    } catch (thrown) {
      return rethrow(thrown);
    }
  };
}
