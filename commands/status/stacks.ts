import { Engine, isEngineError, type Service, type Task } from "../../engine";
import { STACK_LABEL, STAGE_LABEL } from "../../formats/labels";
import { naturalOrder } from "../natural-order";
import { told } from "../words/told";
import { shortId } from "./objects";
import type { Beside, Table } from "./table";

/**
 * What a stage has in the swarm of another one, as `docker stack ls`, `docker stack services` and `docker service ps` show it.
 *
 * @param label the stage's, `stage4` behind the prefix
 * @param swarm that of the stage whose swarm it is
 */
export async function stacksOf(engine: Engine, label: string, swarm: string): Promise<Beside | undefined> {
  const inside = Engine.at(`container://${swarm}-node1`, { via: engine });
  try {
    const filters = { label: [`${STAGE_LABEL}=${label}`] };
    const [services, tasks, nodes] = await Promise.all([
      inside.services.list({ filters, status: true }),
      inside.tasks.list({ filters: { "desired-state": ["running"] } }),
      inside.nodes.list(),
    ]);
    if (services.length === 0) return undefined;
    const hostnames = new Map(nodes.map(({ ID, Description }) => [ID, Description.Hostname ?? ID]));
    return {
      stacks: stackTable(services),
      services: serviceTable(services),
      tasks: taskTable(services, tasks, hostnames),
    };
  } catch (error) {
    // Without the swarm there is nothing to show of what is in it.
    if (!isEngineError(error)) throw error;
    return error.code === "container-absent" ? undefined : told(error.message);
  } finally {
    inside.close();
  }
}

const stackOf = ({ Spec }: Service): string => (Spec.Labels as Record<string, string>)[STACK_LABEL] ?? "";
const nameOf = ({ Spec }: Service): string => Spec.Name ?? "";

function stackTable(services: readonly Service[]): Table {
  const names = [...new Set(services.map(stackOf))].filter(Boolean).sort();
  return {
    head: ["STACK", "SERVICES"],
    rows: names.map((name) => [name, String(services.filter((service) => stackOf(service) === name).length)]),
  };
}

export function serviceTable(services: readonly Service[]): Table {
  const rows = services.map((service) => {
    const { ServiceStatus: status, Spec } = service;
    const image = Spec.TaskTemplate?.ContainerSpec?.Image?.split("@")[0] ?? "";
    const mode = Spec.Mode?.Global ? "global" : "replicated";
    return [
      shortId(service.ID),
      nameOf(service),
      mode,
      `${status?.RunningTasks ?? 0}/${status?.DesiredTasks ?? 0}`,
      image,
      publishedOf(service),
    ];
  });
  return { head: ["ID", "SERVICE", "MODE", "REPLICAS", "IMAGE", "PORTS"], rows: rows.sort(byName) };
}

/** `*:5000->80/tcp`, as `docker stack services` writes it. */
const publishedOf = ({ Endpoint }: Service): string =>
  (Endpoint?.Ports ?? [])
    .map(({ PublishedPort, TargetPort, Protocol = "tcp" }) => `*:${PublishedPort}->${TargetPort}/${Protocol}`)
    .sort()
    .join(", ");

export function taskTable(
  services: readonly Service[],
  tasks: readonly Task[],
  hostnames: ReadonlyMap<string, string>,
): Table {
  const names = new Map(services.map((service) => [service.ID, nameOf(service)]));
  const rows = tasks
    .filter(({ ServiceID }) => names.has(ServiceID ?? ""))
    .map(({ ID, ServiceID, Slot, NodeID, Status }) => {
      const node = hostnames.get(NodeID ?? "") ?? "";
      const since = new Date(Status.Timestamp ?? 0);
      const name = `${names.get(ServiceID!)}.${Slot || node}`;
      return [shortId(ID ?? ""), name, node, Status.State ?? "", since, Status.Err ?? ""];
    });
  return { head: ["ID", "TASK", "NODE", "STATE", "SINCE", "ERROR"], rows: rows.sort(byName) };
}

const byName = ([, a]: Row, [, b]: Row): number => naturalOrder(String(a), String(b));

type Row = readonly (string | Date)[];
