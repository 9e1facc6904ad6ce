import { setTimeout as pause } from "node:timers/promises";
import { isEngineError } from "../../../engine";
import { isLoopback, parseReference } from "../../../registry";
import type { UnnotedCall } from "../define";
import { registryOf } from "../registry";
import { type ReachedRegistry, tryDigestThroughEngine } from "./through-engine";

/** Milliseconds that a registry is given to begin to listen, and between two looks. */
const PATIENCE = 10_000;
const PAUSE = 100;

/**
 * A registry on the engine's own machine, or one that the engine alone reaches, may be a container of the same
 * configuration, which runs before it listens. Where it does not begin to, the push says so.
 */
export async function untilListening(call: UnnotedCall, access: ReachedRegistry): Promise<void> {
  const answers = await lookAt(call, access);
  if (!answers) return;
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline && !(await answers()); )
    await pause(PAUSE, undefined, { signal: call.signal });
}

async function lookAt(call: UnnotedCall, access: ReachedRegistry): Promise<(() => Promise<boolean>) | undefined> {
  if (access.through_engine) return () => answersEngine(call, access);
  if (call.engine.address.kind !== "unix" || !isLoopback(parseReference(access.name).domain)) return undefined;
  const { client } = await registryOf(call, access);
  return () => client.answers();
}

/** Whatever the registry says, it listens. */
async function answersEngine(call: UnnotedCall, access: ReachedRegistry): Promise<boolean> {
  try {
    await tryDigestThroughEngine(call, access);
    return true;
  } catch (error) {
    return !isEngineError(error, "registry-unreachable");
  }
}
