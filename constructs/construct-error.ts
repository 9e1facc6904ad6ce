/** A construct that cannot be made as asked. Tests and callers go by `code`, people by `message`. */
export class ConstructError<Code extends string = string> extends Error {
  override readonly name = "ConstructError";

  constructor(
    readonly code: Code,
    message: string,
  ) {
    super(message);
  }
}

/** Something wrong with a construct, found while others are still looked at. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
}

/** Throws all of `problems` as one error, which has the code of the first; does nothing where there are none. */
export function throwTogether(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first) throw new ConstructError(first.code, problems.map(({ message }) => message).join("\n"));
}
