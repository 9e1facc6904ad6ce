import type { Engine } from "../../../engine";

/*
 * A commit pauses its container, and a command cannot be started in one that is paused: engine 20.10 waits for ever where
 * the two meet. Terraform makes resources side by side that do not refer to each other.
 */

interface Turns {
  readonly commits: Set<Promise<unknown>>;
  readonly commands: Set<Promise<unknown>>;
}

/** What this process does in containers, by engine and id. */
const turnsOf = new Map<string, Turns>();

function turnsIn(engine: Engine, id: string): Turns {
  const key = `${engine.url} ${id}`;
  const turns = turnsOf.get(key) ?? { commits: new Set(), commands: new Set() };
  turnsOf.set(key, turns);
  return turns;
}

/** Commits a container once nothing else goes on in it. @param id of the container */
export function inTurnAlone<T>(engine: Engine, id: string, commit: () => Promise<T>): Promise<T> {
  const { commits, commands } = turnsIn(engine, id);
  return after([...commits, ...commands], commit, commits);
}

/** Runs a command in a container, beside others, once no commit goes on. @param id of the container */
export function inTurnWithOthers<T>(engine: Engine, id: string, command: () => Promise<T>): Promise<T> {
  const { commits, commands } = turnsIn(engine, id);
  return after([...commits], command, commands);
}

async function after<T>(
  before: readonly Promise<unknown>[],
  work: () => Promise<T>,
  among: Set<Promise<unknown>>,
): Promise<T> {
  const done = Promise.allSettled(before).then(work);
  among.add(done);
  try {
    return await done;
  } finally {
    among.delete(done);
  }
}
