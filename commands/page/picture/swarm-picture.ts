import type { Engine, Node, Service, Task } from "../../../engine";
import { naturalOrder } from "../../natural-order";
import type { NodeView, ServiceView, SwarmPicture, TaskView } from "../protocol";

/** Events of a node's engine after which the picture of the swarm may be another: the swarm's own, and of its tasks. */
export const nodeEvents = {
  type: ["node", "service", "network", "container"],
  event: ["create", "start", "die", "destroy", "update", "remove"],
} as const;

/** Draws what is in a swarm, as a manager tells it. @param containers of the nodes by their host names */
export async function paintSwarm(manager: Engine, containers: ReadonlyMap<string, string>): Promise<SwarmPicture> {
  const [nodes, services, tasks, networks] = await Promise.all([
    manager.nodes.list(),
    manager.services.list({ status: true }),
    manager.tasks.list({ filters: { "desired-state": ["running"] } }),
    manager.networks.list({ filters: { driver: "overlay" } }),
  ]);
  const names = new Map(services.map(({ ID, Spec }) => [ID, Spec.Name ?? ID]));
  const hosts = new Map(nodes.map(({ ID, Description }) => [ID, Description.Hostname ?? ID]));
  const used = new Set(tasks.flatMap((task) => networksOf(task)));
  return {
    nodes: nodes.map((node) => nodeView(node, containers)).sort(byName),
    services: services.map(serviceView).sort(byName),
    tasks: tasks
      .filter(({ ServiceID }) => names.has(ServiceID ?? ""))
      .map((task) => taskView(task, names, hosts))
      .sort(byName),
    networks: networks
      .filter(({ Id }) => used.has(Id))
      .map(({ Id, Name }) => ({ id: Id, name: Name }))
      .sort(byName),
  };
}

/** States of a task that it does not leave by itself. Source: https://docs.docker.com/engine/swarm/how-swarm-mode-works/swarm-task-states/ */
const settled: ReadonlySet<string> = new Set([
  "running",
  "complete",
  "failed",
  "shutdown",
  "rejected",
  "orphaned",
  "remove",
]);

/** Whether a task is on its way to another state, of which not every step is an event. */
export const isPassing = ({ tasks }: SwarmPicture): boolean => tasks.some(({ state }) => !settled.has(state));

function nodeView(
  { ID, Description, Status, Spec, ManagerStatus }: Node,
  containers: ReadonlyMap<string, string>,
): NodeView {
  const name = Description.Hostname ?? ID;
  return {
    id: ID,
    name,
    container: containers.get(name) ?? "",
    isReady: Status.State === "ready",
    state: Status.State ?? "",
    availability: Spec.Availability ?? "",
    role: ManagerStatus?.Leader ? "leader" : ManagerStatus ? "manager" : "worker",
  };
}

function serviceView({ ID, Spec, ServiceStatus, Endpoint }: Service): ServiceView {
  return {
    id: ID,
    name: Spec.Name ?? ID,
    image: Spec.TaskTemplate?.ContainerSpec?.Image?.split("@")[0] ?? "",
    running: ServiceStatus?.RunningTasks ?? 0,
    desired: ServiceStatus?.DesiredTasks ?? 0,
    ports: (Endpoint?.Ports ?? []).map(({ PublishedPort, TargetPort }) => `${PublishedPort}→${TargetPort}`).join(", "),
  };
}

function taskView(task: Task, names: ReadonlyMap<string, string>, hosts: ReadonlyMap<string, string>): TaskView {
  const { ID, ServiceID, Slot, NodeID, Status, Spec } = task;
  const service = names.get(ServiceID ?? "") ?? "";
  return {
    id: ID ?? "",
    name: `${service}.${Slot || (hosts.get(NodeID ?? "") ?? NodeID)}`,
    service,
    node: NodeID ?? "",
    state: Status.State ?? "",
    error: Status.Err ?? "",
    networks: networksOf(task),
    volumes: (Spec.ContainerSpec?.Mounts ?? []).flatMap(({ Type, Source }) =>
      Type === "volume" && Source ? [Source] : [],
    ),
    container: Status.ContainerStatus?.ContainerID ?? "",
  };
}

/** What the specification leaves out of a task. Source: https://github.com/moby/moby/blob/master/api/types/swarm/task.go */
type AttachedTask = Task & {
  readonly NetworksAttachments?:
    | readonly { readonly Network?: { readonly ID?: string; readonly Spec?: { readonly Ingress?: boolean } } }[]
    | null;
};

/** Without the mesh of published ports, which all that publish are on. */
const networksOf = ({ NetworksAttachments, Spec }: AttachedTask): string[] => {
  const attached = (NetworksAttachments ?? []).flatMap(({ Network }) =>
    Network?.ID && !Network.Spec?.Ingress ? [Network.ID] : [],
  );
  return attached.length > 0 ? attached : (Spec.Networks ?? []).flatMap(({ Target }) => Target ?? []);
};

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => naturalOrder(a.name, b.name);
