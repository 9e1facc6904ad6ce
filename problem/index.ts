/** Something wrong, in the parts that every error of this project is told in. */
export interface Problem<Code extends string = string> {
  /** What callers and tests go by. */
  readonly code: Code;
  /** Where it is: `FILE:LINE:COLUMN`, or a call and the engine that was asked. */
  readonly where?: string;
  /** What is wrong, with the value: in lower case, without a full stop. */
  readonly what: string;
  /** What another program said of it: an engine, a registry, the system. */
  readonly said?: string;
  /** What could stand there instead. */
  readonly allowed?: string;
  /** The change that helps. */
  readonly remedy?: string;
}

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

/** What is wrong, and what another program said of it. */
export const headline = ({ what, said }: Problem): string => (said ? `${what}: ${said}` : what);

/** All of it but where, on one line: `what: said; allowed: this, that; the change that helps`. */
export const sentence = (problem: Problem): string =>
  [headline(problem), problem.allowed && `allowed: ${problem.allowed}`, problem.remedy].filter(Boolean).join("; ");

/** Everything but what is wrong, a line each: for a reader who has that as a title, as Terraform's have. */
export const detail = ({ said, where, allowed, remedy }: Problem): string =>
  [said?.trim(), where, allowed && `allowed: ${allowed}`, remedy].filter(Boolean).join("\n");
