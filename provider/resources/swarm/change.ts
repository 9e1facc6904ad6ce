import { isDeepStrictEqual } from "node:util";
import {
  isEngineError,
  type Node,
  type NodeSpec,
  type Swarm,
  type SwarmSpec,
  type SwarmUpdateOptions,
} from "../../../engine";
import type { Config } from "../../schema";
import { betweenQuestions, isLeaderless, LONGEST_ELECTION_MS } from "./election";
import type { Manager } from "./manager-probe";
import { type settings, toSpec } from "./spec";

/** Somebody else changes the swarm at the same moment at most this often. */
const MOST_TRIES = 20;

/** Makes a change from what is there now: again where somebody else was faster, and once a leader is elected. */
export async function retried<T>(change: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const deadline = Date.now() + LONGEST_ELECTION_MS;
  for (let tries = 1; ; tries++) {
    try {
      return await change();
    } catch (error) {
      if (isLeaderless(error) && Date.now() < deadline) await betweenQuestions(signal);
      else if (!isEngineError(error, "out-of-sequence") || tries === MOST_TRIES) throw error;
    }
  }
}

type Rotation = Omit<SwarmUpdateOptions, "version" | "signal">;

/** Brings the swarm's settings to what is asked; asks the engine for nothing where they are. */
export async function changeSpec(
  { engine }: Manager,
  asked: Config<typeof settings>,
  rotation: Rotation,
  signal: AbortSignal,
): Promise<Swarm> {
  return retried(async () => {
    const found = await engine.swarm.inspect({ signal });
    const there = found.Spec as SwarmSpec;
    const spec = toSpec(asked, there);
    if (isSameSpec(there, spec) && !Object.values(rotation).some(Boolean)) return found;
    await engine.swarm.update(spec, { ...rotation, version: found.Version.Index ?? 0, signal });
    return engine.swarm.inspect({ signal });
  }, signal);
}

/** Changes what `wanted` makes of a node's specification, where it makes another. */
export async function changeNode(
  { engine }: Manager,
  id: string,
  wanted: (there: NodeSpec) => NodeSpec,
  signal: AbortSignal,
): Promise<Node> {
  return retried(async () => {
    const found = await engine.nodes.inspect(id, { signal });
    const there = found.Spec as NodeSpec;
    const spec = wanted(there);
    if (isSameSpec(there, spec)) return found;
    await engine.nodes.update(id, found.Version.Index ?? 0, spec, { signal });
    return engine.nodes.inspect(id, { signal });
  }, signal);
}

/** Writes the node's specification as it is: an entry in the swarm's log, and no change. */
export const touchNode = ({ engine }: Manager, id: string, signal: AbortSignal): Promise<void> =>
  retried(async () => {
    const { Version, Spec } = await engine.nodes.inspect(id, { signal });
    await engine.nodes.update(id, Version.Index ?? 0, Spec as NodeSpec, { signal });
  }, signal);

/** Whether two specifications say the same: order of keys and what is left out do not count. */
export function isSameSpec(a: object, b: object): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}
