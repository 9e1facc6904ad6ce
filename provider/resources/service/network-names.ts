import { type Engine, isEngineError } from "../../../engine";
import { hasUnknown, type ObjectValue, type Value } from "../../schema";

type Tasks = { readonly task_spec: unknown };

/** The blocks of the one task's networks; none where they are not known. */
function networksOf({ task_spec }: Tasks): readonly ObjectValue[] {
  const [task] = Array.isArray(task_spec) ? (task_spec as ObjectValue[]) : [];
  const networks = task?.["networks_advanced"] as Value;
  return Array.isArray(networks) && !hasUnknown(networks) ? (networks as ObjectValue[]) : [];
}

/**
 * The plan with networks called as the state calls them, where that has the id, which an import tells, and the
 * configuration the name; undefined where no network is called otherwise.
 */
export async function withKnownNetworks<P extends Tasks>(
  engine: Engine | undefined,
  prior: Tasks,
  planned: P,
  signal: AbortSignal,
): Promise<P | undefined> {
  const [was, asked] = [networksOf(prior), networksOf(planned)];
  const names = (blocks: readonly ObjectValue[]) => new Set(blocks.map(({ name }) => name));
  const [known, written] = [names(was), names(asked)];
  const left = was.map(({ name }) => name).filter((name) => !written.has(name));
  if (!engine || left.length === 0) return undefined;
  const called = new Map<Value, Value>();
  // What every node has of its own, such as `host`, has an id in the swarm that its name does not lead to.
  for (const id of left) {
    const name = await tryNameOf(engine, String(id), signal);
    if (name !== undefined && written.has(name) && !known.has(name)) called.set(name, id);
  }
  if (called.size === 0) return undefined;
  const [task, ...others] = planned.task_spec as ObjectValue[];
  const networks = asked.map((block) => ({ ...block, name: called.get(block["name"]!) ?? block["name"] }));
  return { ...planned, task_spec: [{ ...task, networks_advanced: networks }, ...others] };
}

/** An engine that does not answer yet cannot say what a network is called. */
async function tryNameOf(engine: Engine, id: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return (await engine.networks.tryInspect(id, { signal }))?.Name;
  } catch (error) {
    if (!isEngineError(error) || isEngineError(error, "aborted")) throw error;
    return undefined;
  }
}
