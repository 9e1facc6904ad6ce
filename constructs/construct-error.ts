import { type Problem, ProblemError, sentence } from "../problem";
import { tellByMessage } from "./uncaught";

/** A construct that cannot be made as asked. Tests and callers go by `code`, people by `message`. */
export class ConstructError extends ProblemError {
  override readonly name = "ConstructError";

  constructor(...problems: readonly [Problem, ...Problem[]]) {
    super(problems, problems.map(sentence).join("\n"));
    tellByMessage(this);
  }
}

/** Throws all that is wrong as one error; nothing where there is nothing. @throws ConstructError */
export function throwProblems(problems: Iterable<Problem>): void {
  const [first, ...others] = problems;
  if (first) throw new ConstructError(first, ...others);
}
