import { guestCheckout } from "./disk";
import type { Machine } from "./machine";

/** Milliseconds that one command of ./lab is given there: one processor, and each call of its kernel is slow. */
const COMMAND_WITHIN = 1_200_000;

/** What a shell there runs for `./lab …`. @param variables of its environment, as a shell takes them */
export const inCheckout = (command: string, variables = ""): string =>
  `cd ${guestCheckout} && NO_COLOR=1 ${variables} ./lab ${command}`;

/**
 * `./lab …` as whoever sits at the machine types it.
 *
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
  const printed = await machine.must(inCheckout(command, variables), { signal });
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

/** In a checkout, serves the labs' images to the engine that is chosen there. */
export const serveStandIns = "node -r tsx/cjs commands/test/machines/guest/serve-mirror.ts";

/** Has the machine's engine served with the labs' images, before any lab is deployed there. */
export const serveMirror = (machine: Machine): Promise<string> =>
  machine.must(`cd ${guestCheckout} && ${serveStandIns}`);
