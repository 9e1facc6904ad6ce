/** Something that goes on, and what is shown of it while it does. */
export interface Activity {
  /** On a terminal: a line or more, each at most `columns` wide. */
  lines(now: number, columns: number): readonly string[];
  /** The same in one line, for where there is no terminal. */
  brief(now: number): string;
}
