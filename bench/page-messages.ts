import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Board } from "../commands/page/board";
import type { SectionMessage, SectionName } from "../commands/page/protocol";

/** What `./lab page` was told of a real swarm, a message a line; written by page-recording.ts. */
export const PAGE_RECORDING = join(__dirname, "page-messages.jsonl.br");

/** The sections that a swarm changes. */
export const recordedSections = ["engine", "swarm"] as const;

type RecordedName = (typeof recordedSections)[number];

export const isRecorded = (name: SectionName): name is RecordedName =>
  recordedSections.some((recorded) => recorded === name);

/** The messages in their order, each read anew when it is asked for: what is kept of them lies outside the heap. */
export class PageMessages {
  private readonly lines: readonly Buffer[];

  constructor(file = PAGE_RECORDING) {
    const all = brotliDecompressSync(readFileSync(file));
    const lines: Buffer[] = [];
    for (let from = 0; from < all.length; ) {
      const end = all.indexOf("\n", from);
      const to = end < 0 ? all.length : end;
      lines.push(all.subarray(from, to));
      from = to + 1;
    }
    this.lines = lines;
  }

  /** How many tell of a change: the first of each section says what was there. */
  get changes(): number {
    return this.lines.length - recordedSections.length;
  }

  /** Puts what a message tells on a board. @param index from 0; the first follows the last */
  tell(board: Board, index: number): void {
    const message = JSON.parse(this.lines[index % this.lines.length]!.toString()) as RecordedMessage;
    if (message.name === "engine") board.set("engine", message.value);
    else board.set("swarm", message.value);
  }
}

type RecordedMessage = Extract<SectionMessage, { readonly name: RecordedName }>;
