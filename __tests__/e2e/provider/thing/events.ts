import { appendFileSync, readFileSync } from "node:fs";

/** What a thing of the test provider went through, told to the test across the process boundary. */
export interface ThingEvent {
  readonly event: "creating" | "created" | "aborted" | "updated" | "deleted" | "read" | "opened" | "renewed" | "closed";
  readonly name: string;
  /** Of the provider's process. */
  readonly pid: number;
}

export function tell(file: string | undefined, event: ThingEvent["event"], name: string): void {
  if (file) appendFileSync(file, `${JSON.stringify({ event, name, pid: process.pid } satisfies ThingEvent)}\n`);
}

/** Every event so far; none where nothing has been told yet. */
export function eventsIn(file: string): ThingEvent[] {
  try {
    const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => JSON.parse(line) as ThingEvent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
