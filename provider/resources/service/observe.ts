import type { Engine, Service } from "../../../engine";
import type { ObjectValue, Observed } from "../../schema";
import { askedLabels } from "../labels";
import { endpoint } from "./endpoint";
import { mode } from "./mode";
import type { Asked, Known, schema } from "./schema";
import { taskSpec } from "./task-spec";
import { rollbackConfig, updateConfig } from "./update-config";

/**
 * What the swarm says of the service.
 *
 * @param asked undefined on import
 */
export async function observe(
  engine: Engine,
  found: Service,
  asked: Asked | Known | undefined,
): Promise<Observed<typeof schema>> {
  const { Spec, Endpoint } = found;
  const told = {
    ...taskSpec.fromEngine(Spec.TaskTemplate ?? {}),
    ...mode.fromEngine(Spec.Mode ?? {}),
    // The ports that the swarm chose are at the endpoint, those that were asked for in the specification.
    ...endpoint.fromEngine({ ...Spec.EndpointSpec, Ports: Endpoint?.Ports ?? Spec.EndpointSpec?.Ports }),
    ...updateConfig.fromEngine(Spec.UpdateConfig ?? undefined),
    ...rollbackConfig.fromEngine(Spec.RollbackConfig ?? undefined),
  } as ObjectValue;
  // An import tells ids, which is what configurations refer to, and no platforms: most likely they are the image's.
  if (asked) await nameNetworks(engine, told, asked);
  else forgetPlatforms(told);
  return {
    ...told,
    id: found.ID,
    name: Spec.Name ?? undefined,
    labels: askedLabels(Spec.Labels as Record<string, string> | null | undefined),
  } as Observed<typeof schema>;
}

function forgetPlatforms(told: ObjectValue): void {
  const [task] = told["task_spec"] as { placement: { platforms: unknown[] }[] }[];
  for (const placement of task?.placement ?? []) placement.platforms = [];
}

/** The swarm keeps networks by their ids; people write names, or ids. */
async function nameNetworks(
  engine: Engine,
  told: ObjectValue,
  asked: Partial<Pick<Asked, "task_spec">>,
): Promise<void> {
  const [task] = told["task_spec"] as { networks_advanced: { name: string }[] }[];
  const written = new Set(asked.task_spec?.[0]?.networks_advanced.map(({ name }) => name));
  const used = (task?.networks_advanced ?? []).filter(({ name }) => !written.has(name));
  if (used.length === 0) return;
  const names = new Map((await engine.networks.list()).map(({ Id, Name }) => [Id, Name]));
  // What every node has of its own, such as `host`, has an id in the swarm that no list shows.
  const nameOf = async (id: string) => names.get(id) ?? (await engine.networks.tryInspect(id))?.Name;
  for (const network of used) network.name = (await nameOf(network.name)) ?? network.name;
}
