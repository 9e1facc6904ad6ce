import { continuationLines } from "./continuation-lines";

interface Move {
  /** Offset of the line in the text as given. */
  readonly from: number;
  /** Offset of its first own character in the moved text. */
  readonly to: number;
}

/** Spaces that may be added to a text: at least this many, and to a large one four for each character of its own. */
const ADDED_ALLOWANCE = 1_000_000;
const ADDED_RATIO = 4;

/** A YAML text whose continuation lines stand as far in as YAML's specification wants them. */
export class MovedText {
  readonly text: string;
  private readonly moves: Move[] = [];

  /** @param given the text as its author wrote it */
  constructor(given: string) {
    const parts: string[] = [];
    let taken = 0;
    let added = 0;
    const limit = Math.max(ADDED_ALLOWANCE, ADDED_RATIO * given.length);
    for (const { start, spaces, wanted } of continuationLines(given)) {
      const missing = wanted - spaces;
      if (missing <= 0) continue;
      if (added + missing > limit) break;
      parts.push(given.slice(taken, start), " ".repeat(missing));
      taken = start;
      added += missing;
      this.moves.push({ from: start, to: start + added });
    }
    this.text = parts.join("") + given.slice(taken);
  }

  /** Whether any line was moved. */
  get differs(): boolean {
    return this.moves.length > 0;
  }

  /** The offset in the text as given of what stands at `offset` of the moved text; added spaces are their line's start. */
  given(offset: number): number {
    let low = 0;
    let high = this.moves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.moves[middle]!.to <= offset) low = middle + 1;
      else high = middle;
    }
    const before = this.moves[low - 1];
    const there = before ? offset - before.to + before.from : offset;
    return Math.min(there, this.moves[low]?.from ?? there);
  }
}
