import { setImmediate } from "node:timers";
import { printable } from "../foreign/printable";

/** Errors whose message says all that there is to say. */
const told = new WeakSet<Error>();
let isListening = false;

/**
 * Where nobody catches the error, which answers what somebody wrote, its message is all that the process prints: no line
 * of our code, no stack. That holds until the turn is over in which it was made; an app's own listeners come first.
 */
export function tellByMessage(error: Error): void {
  told.add(error);
  if (isListening) return;
  isListening = true;
  process.on("uncaughtException", tell);
  setImmediate(() => {
    process.off("uncaughtException", tell);
    isListening = false;
  });
}

function tell(error: unknown): void {
  if (process.listenerCount("uncaughtException") > 1) return;
  // Any other is shown as Node shows it.
  console.error(error instanceof Error && told.has(error) ? printable(error.message) : error);
  process.exit(1);
}
