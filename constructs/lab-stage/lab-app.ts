import { App } from "cdktf";
import { BuildContextError } from "../../build-context";
import { printable } from "../../foreign/printable";
import { ComposeError } from "../compose/problems/compose-error";
import { ConstructError } from "../construct-error";
import { readLabFile } from "./lab-file";

/**
 * Synthesizes the stacks that `declare` declares, with lab.json as context. Where they cannot be made as asked, the
 * process says why in the error's own words, without a stack trace, and ends with 1.
 */
export function labApp(declare: (app: App) => void): void {
  try {
    const app = new App({ context: readLabFile(), stackTraces: false });
    declare(app);
    app.synth();
  } catch (error) {
    if (!isAnswer(error)) throw error;
    console.error(printable(error.message));
    process.exitCode = 1;
  }
}

/** Errors that answer what the user wrote. */
const answers = [ConstructError, ComposeError, BuildContextError];

/** An answer rather than a defect: ours, or one of cdktf's own validations. */
const isAnswer = (error: unknown): error is Error =>
  answers.some((answer) => error instanceof answer) ||
  (error instanceof Error && /^(App-level v|V)alidation failed/.test(error.message));
