import { type Engine, isEngineError, type NetworkInspect, type Service } from "../../engine";
import { STACK_LABEL } from "../../formats/labels";
import type { DockerCall } from "./define";
import { retried } from "./swarm/change";

type Spec = Service["Spec"];
type Identity = Pick<NetworkInspect, "Id" | "Name">;

/** Whether the service's tasks are on the network. */
export const isOn =
  ({ Id, Name }: Identity) =>
  ({ TaskTemplate, Networks }: Spec): boolean =>
    [...(TaskTemplate?.Networks ?? []), ...(Networks ?? [])].some(({ Target }) => Target === Id || Target === Name);

/**
 * Takes the services of a network's own stack off the network, which is to be removed. Terraform removes what a
 * service is on before it changes the service, and the swarm removes no network that a service is on: without this, an
 * edit that drops a network from a stack could never be applied. The service's own change comes right after it.
 */
export async function leaveNetwork(
  { engine, signal }: Pick<DockerCall, "engine" | "signal">,
  id: string,
): Promise<void> {
  const network = await engine.networks.tryInspect(id, { signal });
  const stack = (network?.Labels as Record<string, string> | null | undefined)?.[STACK_LABEL];
  if (network?.Scope !== "swarm" || stack === undefined) return;
  for (const { ID, Spec } of await servicesOf(engine, stack, signal))
    if (isOn(network)(Spec)) await retried(() => takeOff(engine, ID, network, signal), signal);
}

async function servicesOf(engine: Engine, stack: string, signal: AbortSignal): Promise<readonly Service[]> {
  try {
    return await engine.services.list({ filters: { label: [`${STACK_LABEL}=${stack}`] }, signal });
  } catch (error) {
    if (isEngineError(error, "not-a-swarm-manager")) return [];
    throw error;
  }
}

async function takeOff(engine: Engine, id: string, { Id, Name }: Identity, signal: AbortSignal): Promise<void> {
  const found = await engine.services.tryInspect(id, { signal });
  if (!found) return;
  const without = <T extends { Target?: string | null }>(list: readonly T[] | null | undefined) =>
    list?.filter(({ Target }) => Target !== Id && Target !== Name);
  const { TaskTemplate, Networks, ...spec } = found.Spec;
  const changed = {
    ...spec,
    ...(Networks && { Networks: without(Networks) }),
    TaskTemplate: { ...TaskTemplate, Networks: without(TaskTemplate?.Networks) },
  };
  await engine.services.update(id, changed as Spec, { version: found.Version.Index ?? 0, signal });
}
