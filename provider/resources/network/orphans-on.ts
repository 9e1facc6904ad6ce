import { removeLeft } from "../container/removal";
import type { DockerCall } from "../define";
import { nonceAmong } from "../nonce";

/**
 * Removes the containers on a network that killed runs left, which hold it: where the state is lost with the run, the
 * network is asked for before whatever is on it.
 */
export async function removeOrphansOn(
  { engine, journal, signal }: Pick<DockerCall, "engine" | "journal" | "signal">,
  network: string,
): Promise<void> {
  for (const { Id, Labels } of await engine.containers.list({ all: true, filters: { network: [network] }, signal })) {
    const nonce = nonceAmong(Labels);
    if (!journal.orphan(nonce)) continue;
    await removeLeft(engine, Id);
    journal.settle(nonce);
  }
}
