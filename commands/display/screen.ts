import { printable, printableInColour } from "../../foreign/printable";
import { isColoured } from "../colour";
import type { Activity } from "./activity";
import { FRAME_MS } from "./spinner";

/** What draws lines over those that it drew before: log-update's. */
export interface Drawing {
  (text: string): void;
  clear(): void;
  done(): void;
}

/** Milliseconds without a sign, after which one is given where there is no terminal. */
export const QUIET_MS = 2500;
/** The same where something new begins. */
const BEGINNING_MS = 500;
/** Time between two looks at whether it is time for one. */
const LOOK_MS = 250;

/** The terminal, or file, that ./lab tells on what it does. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
}

/** Text as it may be given to an output: whoever wrote it steers a terminal by colours alone. */
const shown = (text: string, to: Pick<Output, "isTTY">) => (isColoured(to) ? printableInColour(text) : printable(text));

/**
 * The one way of ./lab's to a terminal, and where what goes on is shown: under a terminal in live lines below everything
 * that was written, elsewhere in a plain line at the beginning and whenever nothing was written for a while.
 */
export class Screen {
  private readonly activities: Activity[] = [];
  private ticker: NodeJS.Timeout | undefined;
  private drawing: Drawing | undefined;
  private isDrawn = false;
  private lastSign = 0;

  /** @param load loads what draws: it takes its time, and is for terminals alone */
  constructor(
    private readonly output: Output,
    private readonly load: () => Promise<Drawing>,
    private readonly now: () => number = Date.now,
  ) {}

  get isLive(): boolean {
    return Boolean(this.output.isTTY) && process.env["TERM"] !== "dumb";
  }

  /** Shows an activity, from now until what it resolves to is called. */
  async begin(activity: Activity): Promise<() => void> {
    if (this.isLive) this.drawing ??= await this.load();
    this.activities.push(activity);
    if (this.isLive) this.draw();
    else if (this.ticker === undefined && this.now() - this.lastSign >= BEGINNING_MS) this.giveSign();
    this.ticker ??= setInterval(() => this.tick(), this.isLive ? FRAME_MS : LOOK_MS);
    return () => this.end(activity);
  }

  /** Writes lines that stay. @param to where, if not where activities are shown */
  write(text: string, to: Pick<Output, "write" | "isTTY"> = this.output): void {
    this.erase();
    to.write(shown(text, to));
    this.lastSign = this.now();
    if (this.activities.length > 0) this.draw();
  }

  /** Keeps the terminal still for as long as somebody is asked something there. */
  async still<T>(ask: () => Promise<T>): Promise<T> {
    const shown = this.activities.splice(0);
    this.rest();
    try {
      return await ask();
    } finally {
      for (const activity of shown) await this.begin(activity);
    }
  }

  /** Leaves the terminal as it found it, whatever goes on. */
  close(): void {
    this.activities.length = 0;
    this.rest();
  }

  private end(activity: Activity): void {
    const index = this.activities.indexOf(activity);
    if (index >= 0) this.activities.splice(index, 1);
    if (this.activities.length === 0) this.rest();
    else this.draw();
  }

  private rest(): void {
    clearInterval(this.ticker);
    this.ticker = undefined;
    this.erase();
    this.drawing?.done();
  }

  private tick(): void {
    if (this.isLive) this.draw();
    else if (this.now() - this.lastSign >= QUIET_MS) this.giveSign();
  }

  private draw(): void {
    if (!this.drawing) return;
    const columns = this.output.columns || 80;
    const rows = this.output.rows || 24;
    const lines = this.activities.flatMap((activity) => activity.lines(this.now(), columns));
    // What does not fit would scroll away and stay.
    this.drawing(shown(lines.slice(0, Math.max(1, rows - 2)).join("\n"), this.output));
    this.isDrawn = true;
  }

  private erase(): void {
    if (this.isDrawn) this.drawing?.clear();
    this.isDrawn = false;
  }

  private giveSign(): void {
    const briefs = this.activities.map((activity) => activity.brief(this.now())).filter(Boolean);
    if (briefs.length > 0) this.output.write(shown(`… ${briefs.join("; ")}\n`, this.output));
    this.lastSign = this.now();
  }
}
