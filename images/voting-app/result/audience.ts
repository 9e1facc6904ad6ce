import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { type Tally, tally } from "./tally";

/** Milliseconds between two looks at the votes while somebody watches, and between two signs of life. */
const LOOK = 300;
const SIGN_OF_LIFE = 15_000;

const watching = new Set<ServerResponse>();
let last: string | undefined;
let isLooking = false;

const event = (name: string, data: string) => `event: ${name}\ndata: ${data}\n\n`;

/** Sends the votes now and whenever they change, as server-sent events, for as long as the browser listens. */
export function watch(response: ServerResponse): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
  });
  response.write(`retry: 500\n\n${last ? event("tally", last) : ""}`);
  const alive = setInterval(() => response.write(": still here\n\n"), SIGN_OF_LIFE);
  watching.add(response);
  response.on("close", () => {
    clearInterval(alive);
    watching.delete(response);
  });
  if (!isLooking) void look();
}

async function look(): Promise<void> {
  isLooking = true;
  while (watching.size > 0) {
    const message = await tally().then(tell, () => event("silent", "{}"));
    if (message) for (const response of watching) response.write(message);
    await delay(LOOK);
  }
  isLooking = false;
  last = undefined;
}

/** The event for a change; nothing where there is none. */
function tell(now: Tally): string | undefined {
  const data = JSON.stringify(now);
  if (data === last) return undefined;
  last = data;
  return event("tally", data);
}
