/** What a process printed, as UTF-8 text. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they were written. With a terminal everything is here and in `stdout`. */
  readonly output: string;
}
