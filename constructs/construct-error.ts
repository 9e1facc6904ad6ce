import { tellByMessage } from "./uncaught";

/** Something wrong with a construct. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
}

/** A construct that cannot be made as asked. Tests and callers go by `code`, people by `message`. */
export class ConstructError extends Error {
  override readonly name = "ConstructError";
  /** Of the first problem. */
  readonly code: string;

  constructor(...problems: readonly [Problem, ...Problem[]]) {
    super(problems.map(({ message }) => message).join("\n"));
    this.code = problems[0].code;
    tellByMessage(this);
  }
}

/** Throws all that is wrong as one error; nothing where there is nothing. @throws ConstructError */
export function throwProblems(problems: Iterable<Problem>): void {
  const [first, ...others] = problems;
  if (first) throw new ConstructError(first, ...others);
}
