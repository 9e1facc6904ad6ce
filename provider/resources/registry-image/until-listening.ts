import { setTimeout as pause } from "node:timers/promises";
import { isLoopback, parseReference } from "../../../registry";
import type { DockerCall } from "../define";
import { type RegistryAccess, registryOf } from "../registry";

/** Milliseconds that a registry on this machine is given to begin to listen, and between two looks. */
const PATIENCE = 10_000;
const PAUSE = 100;

/**
 * A registry on the engine's own machine may be a container of the same configuration, which runs before it listens.
 * Where it does not begin to, the push says so.
 */
export async function untilListening(call: DockerCall, access: RegistryAccess): Promise<void> {
  const { engine, signal } = call;
  if (engine.address.kind !== "unix" || !isLoopback(parseReference(access.name).domain)) return;
  const { client } = await registryOf(call, access);
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline && !(await client.answers()); )
    await pause(PAUSE, undefined, { signal });
}
