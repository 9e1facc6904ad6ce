import { LabProblem } from "./problem";
import { complain, say, screen } from "./terminal";
import { work } from "./words/work";

/** Ctrl-C, the end of a terminal's window, and what a service manager sends. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What goes on in the command, and how it is told to stop. */
interface Stoppable {
  stop(): void;
}

const running = new Set<Stoppable>();
/** What goes on beside work that an interruption leaves, with its end. */
const beside = new Map<Stoppable, Promise<unknown>>();
let isInterrupted = false;

/** Has an interruption stop something while it goes on, instead of ending ./lab. */
export async function stoppable<T>(what: Stoppable, end: Promise<T>): Promise<T> {
  running.add(what);
  if (isInterrupted) what.stop();
  try {
    return await end;
  } finally {
    running.delete(what);
  }
}

/** Does some work, and has an interruption that leaves it end first what goes on beside it. */
export async function workBeside<T>(what: Stoppable, end: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  beside.set(what, end);
  try {
    return await work();
  } finally {
    beside.delete(what);
  }
}

/** Whether nothing more is to be begun. */
export const wasInterrupted = (): boolean => isInterrupted;

/**
 * Runs a command that an interruption ends in order: what is stoppable is told to stop and waited for, anything else is
 * left as soon as what goes on beside it has ended.
 *
 * @param helps what to do then, in words
 * @throws LabProblem `interrupted`
 */
export async function interruptible<T>(helps: string, command: () => Promise<T>): Promise<T> {
  let leaving: Promise<never> | undefined;
  const interrupt = () => {
    const isFirst = !isInterrupted;
    isInterrupted = true;
    if (running.size === 0) leaving ??= giveUp(helps);
    else if (isFirst) say(work.stopping(helps));
    for (const each of new Set([...running, ...beside.keys()])) each.stop();
  };
  for (const signal of signals) process.on(signal, interrupt);
  try {
    const result = await command().finally(() => leaving);
    if (!isInterrupted) return result;
  } catch (error) {
    if (!isInterrupted) throw error;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
  throw LabProblem.of("interrupted", { helps });
}

/** What is left at once goes on in this process alone, and ends with it. */
async function giveUp(helps: string): Promise<never> {
  await Promise.allSettled(beside.values());
  screen.close();
  complain(LabProblem.of("interrupted", { helps }).message);
  process.exit(INTERRUPTED);
}

/** Exit code of a command that was interrupted, as a shell has it for Ctrl-C. */
export const INTERRUPTED = 130;
