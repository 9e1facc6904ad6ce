import { printable } from "../../../foreign/printable";
import { holderOf } from "../../lock";
import type { Board } from "../board";

/** Lines of what was said that are kept. */
const KEPT_LINES = 400;

/** Something that is done to a stage. @param say is given each line @returns its exit code */
export type Job = (say: (line: string) => void, signal: AbortSignal) => Promise<number>;

/** Does one thing at a time, and shows on a board what it says; or what a `./lab` does that was started elsewhere. */
export class Worker {
  private current: { readonly leave: AbortController; readonly over: Promise<void> } | undefined;

  constructor(private readonly board: Board) {}

  /** @param command as it would be typed @returns false where something is being done already */
  start(command: string, job: Job): boolean {
    this.lookElsewhere();
    if (this.board.get("work")?.isRunning) return false;
    const leave = new AbortController();
    this.board.set("work", { command, isHere: true, isRunning: true, code: null, since: Date.now(), lines: [] });
    this.current = { leave, over: this.carryOut(job, leave.signal) };
    return true;
  }

  /** Has what is done here end in order, as Ctrl-C does. @returns false where nothing is */
  stop(): boolean {
    this.current?.leave.abort();
    return this.current !== undefined;
  }

  /** Stops what is done here, and waits for its end. */
  async close(): Promise<void> {
    this.stop();
    await this.current?.over;
  }

  /** Shows what another `./lab` of this checkout does. */
  lookElsewhere(): void {
    if (this.current) return;
    const holder = holderOf();
    const now = this.board.get("work");
    if (holder) {
      const since = new Date(holder.since).getTime();
      this.board.set("work", { command: holder.command, isHere: false, isRunning: true, code: null, since, lines: [] });
    } else if (now?.isRunning) this.board.set("work", { ...now, isRunning: false });
  }

  private async carryOut(job: Job, signal: AbortSignal): Promise<void> {
    let code = 1;
    try {
      code = await job((line) => this.say(line), signal);
    } catch (error) {
      this.say((error as Error).message);
    }
    this.current = undefined;
    this.board.set("work", { ...this.board.get("work")!, isRunning: false, code });
  }

  private say(line: string): void {
    const work = this.board.get("work")!;
    this.board.set("work", { ...work, lines: [...work.lines, printable(line)].slice(-KEPT_LINES) });
  }
}
