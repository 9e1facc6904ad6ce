/** A stretch of a file: where something was said. Offsets count UTF-16 units from the file's first; the end is exclusive. */
export interface Origin {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Counted from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file's text, with what it takes to say where in it something stands. */
export class Source {
  private starts: readonly number[] | undefined;

  /**
   * @param file the name that messages show
   * @param text its whole content
   * @param directory what relative paths in it are relative to
   */
  constructor(
    readonly file: string,
    readonly text: string,
    readonly directory: string,
  ) {}

  position(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** The text of a line, counted from 1, without its line end. */
  line(number: number): string {
    const starts = this.lineStarts();
    const start = starts[number - 1] ?? this.text.length;
    return this.text.slice(start, starts[number] ?? this.text.length).replace(/\r?\n$/, "");
  }

  private lineStarts(): readonly number[] {
    if (this.starts) return this.starts;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at !== -1; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
    return starts;
  }
}

/** `file:line:column` */
export function locationOf({ source, start }: Origin): string {
  const { line, column } = source.position(start);
  return `${source.file}:${line}:${column}`;
}
