import { AssertionError } from "node:assert";
import { logOf } from "../../log";
import { type Diagnostic, diagnosticsOf } from "../../schema/diagnostic";

const log = logOf("plugin");

/** What the language throws at a mistake in the code; what is meant for users is of a class of its own. */
const MISTAKES = [TypeError, ReferenceError, SyntaxError, AssertionError];

/** Whatever a call threw, as diagnostics: a mistake of the provider says so, and its stack goes to the log only. */
export function diagnosticsOfThrown(thrown: unknown, call: string): Diagnostic[] {
  if (!MISTAKES.some((mistake) => thrown instanceof mistake)) return diagnosticsOf(thrown);
  const { name, message, stack } = thrown as Error;
  // JSON.parse quotes what it could not read, which may hold a secret.
  const told = thrown instanceof SyntaxError ? name : `${name}: ${message}`;
  log.error("bug in the provider", { call, error: told, stack: framesOf(stack) });
  const detail = `${call} failed with ${told}; please report it, with what TF_LOG=error prints`;
  return [{ severity: "error", summary: "this is a bug in the provider", detail }];
}

/** The stack without the message at its head. */
const framesOf = (stack = ""): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
