import type { Problem } from "./problem";

/** What is thrown where something is wrong. Callers and tests go by `code`, people by `message`. */
export abstract class ProblemError<Code extends string = string> extends Error {
  /** All of it: one problem, or those that were found together. */
  declare readonly problems: readonly [Problem<Code>, ...Problem<Code>[]];
  /** Of the first problem. */
  readonly code: Code;

  /** @param told all that there is to say, where nobody tells the problems' parts in a way of their own */
  constructor(
    problems: readonly [Problem<Code>, ...Problem<Code>[]],
    told: string,
    options?: { readonly cause?: unknown },
  ) {
    super(told, options);
    // Whoever prints the error has its message; the parts may lead to whole files.
    Object.defineProperty(this, "problems", { value: problems });
    this.code = problems[0].code;
  }
}
