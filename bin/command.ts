/** Something that can be asked for. */
export interface Command {
  /** Its words, and the names of what it is given: `provider mirror DIR`. */
  readonly usage: readonly string[];
  /** What it does, in one line. */
  readonly summary: string;
  /** More of it. */
  readonly details: string;
  /** What it prints. */
  run(...given: string[]): Promise<string>;
}

/** Called in a way that is not known; the message says what is. */
export class WrongUsage extends Error {}
