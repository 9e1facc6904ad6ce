import { setTimeout as delay } from "node:timers/promises";

const LOOK_MS = 20;

/** Waits until `look` finds something; fails with what it waited for after `withinMs`. @default withinMs 20 s */
export async function until<T>(what: string, look: () => T | undefined | false, withinMs = 20_000): Promise<T> {
  for (const deadline = Date.now() + withinMs; ; await delay(LOOK_MS)) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`after ${withinMs / 1000} s there was still not: ${what}`);
  }
}

/** Whether a process is there (and not a zombie that nobody waited for yet). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
