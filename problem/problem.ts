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
