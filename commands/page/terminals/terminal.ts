import type { TerminalSize } from "../protocol";

/** A program under a terminal. */
export interface Terminal {
  write(input: Buffer): void;
  resize(size: TerminalSize): void;
  /** Ends the program, and all that it began under this terminal. */
  end(): Promise<void>;
}

/** What a terminal tells. */
export interface TerminalListener {
  printed(output: Buffer): void;
  /** The program has ended. */
  ended(): void;
}
