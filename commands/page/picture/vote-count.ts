import { setTimeout as pause } from "node:timers/promises";
import type { Engine } from "../../../engine";
import type { Board } from "../board";
import { countVotes } from "./votes";

/** Milliseconds before a database that did not count is asked anew: it may be about to begin, or to be gone. */
const RETRY_MS = 1000;

/** A database of the voting app. */
export interface Database {
  readonly engine: Engine;
  readonly container: string;
}

/** Keeps the votes on a board, as the database counts them that there is. */
export class VoteCount {
  private counted: string | undefined;
  private leave = new AbortController();

  constructor(
    private readonly board: Board,
    private readonly signal: AbortSignal,
  ) {}

  /** Has a database count; undefined where there is none. Asked again for the same one, it goes on. */
  count(database: Database | undefined): void {
    if (database?.container === this.counted) return;
    this.leave.abort();
    this.counted = database?.container;
    if (!database) this.board.set("votes", null);
    else {
      this.leave = new AbortController();
      void this.follow(database, AbortSignal.any([this.leave.signal, this.signal]));
    }
  }

  private async follow({ engine, container }: Database, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      // However its connection ends, the next look at the swarm tells whether the database is still there.
      await countVotes(engine, { container, signal, tell: (votes) => this.board.set("votes", votes) }).catch(() => {});
      await pause(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  }
}
