import { guestCheckout } from "./disk";
import type { Machine } from "./machine";

/** Milliseconds that one command of ./lab is given there: one processor, and each call of its kernel is slow. */
const COMMAND_WITHIN = 1_200_000;

/**
 * `./lab …` as whoever sits at the machine types it.
 *
 * @param variables of its environment, as a shell takes them
 * @returns what it printed, and the seconds that it took
 * @throws where it fails
 */
export async function labIn(
  machine: Machine,
  command: string,
  variables = "",
): Promise<{ printed: string; seconds: number }> {
  const begun = Date.now();
  const signal = AbortSignal.timeout(COMMAND_WITHIN);
  const printed = await machine.must(`cd ${guestCheckout} && NO_COLOR=1 ${variables} ./lab ${command}`, { signal });
  return { printed, seconds: Math.round((Date.now() - begun) / 1000) };
}

/** Terraform's words about each stack that was applied. */
export const changesIn = (printed: string): string[] =>
  [...printed.matchAll(/\b(\d{1,6} added, \d{1,6} changed, \d{1,6} destroyed)/g)].map(([, words]) => words!);

/** Checks of `./lab verify`: how many hold, and those that do not. */
export function lessonsIn(printed: string): { held: number; failed: string[] } {
  const lines = printed.split("\n").map((line) => line.trim());
  return {
    held: lines.filter((line) => line.startsWith("✓")).length,
    failed: lines.filter((line) => line.startsWith("✗")),
  };
}

/** Has the machine's engine served with the labs' images, before any lab is deployed there. */
export const serveMirror = (machine: Machine): Promise<string> =>
  machine.must(`cd ${guestCheckout} && node -r tsx/cjs commands/test/machines/guest/serve-mirror.ts`);
