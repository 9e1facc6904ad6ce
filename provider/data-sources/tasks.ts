import type { Engine, Service, Task } from "../../engine";
import { bool, objectList, string } from "../schema";
import { textTable } from "../tables/text-table";
import { defineDataSource } from "./define";
import { byName, idOf, serviceFilter, toFilters, withoutDigest } from "./stack-filter";

const schema = {
  id: string({ computed: true, doc: "What was asked, as text." }),
  ...serviceFilter,
  all: bool({ optional: true, default: false, doc: "Also tasks that were replaced or have ended." }),
  tasks: objectList({
    id: "string",
    name: "string",
    service: "string",
    slot: "number",
    image: "string",
    node: "string",
    desired_state: "string",
    state: "string",
    error: "string",
    container_id: "string",
  })({
    computed: true,
    doc: "The tasks, sorted by name. The name of a global service's task ends in its node's; `node` is a hostname.",
  }),
  table: string({ computed: true, doc: "Laid out like `docker service ps`, without ids and ages." }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Task/operation/TaskList */
export const tasks = defineDataSource({
  type: "docker_tasks",
  doc: "The tasks of a swarm's services and where they run, like `docker service ps` and `docker stack ps`.",
  schema,

  async read({ config, engine, signal }) {
    const [services, hostnames, found] = await Promise.all([
      engine.services.list({ filters: toFilters(config), signal }),
      hostnamesOf(engine, signal),
      engine.tasks.list({ signal }),
    ]);
    const byId = new Map(services.map((service) => [service.ID, service]));
    const rows = found
      .filter(({ ServiceID, DesiredState }) => byId.has(ServiceID ?? "") && (config.all || isWanted(DesiredState)))
      .map((task) => row(task, byId.get(task.ServiceID!)!, hostnames))
      .sort(byName);
    return { id: `${idOf(config)}${config.all}`, tasks: rows, table: table(rows) };
  },
});

/** Whether the swarm still means to have it: running, waiting for its restart, or, of a job, to be completed. */
const isWanted = (desired: string): boolean => ["running", "ready", "accepted", "complete"].includes(desired);

const hostnamesOf = async (engine: Engine, signal: AbortSignal): Promise<ReadonlyMap<string, string>> =>
  new Map((await engine.nodes.list({ signal })).map(({ ID, Description }) => [ID, Description.Hostname ?? ""]));

function row(task: Task, { Spec: service }: Service, hostnames: ReadonlyMap<string, string>) {
  const { ID, Slot, NodeID, Status, DesiredState, Spec } = task;
  const node = NodeID ? (hostnames.get(NodeID) ?? NodeID) : "";
  const name = service.Name ?? "";
  return {
    id: ID,
    name: `${name}.${Slot || node || ID}`,
    service: name,
    slot: Slot ?? 0,
    image: withoutDigest(Spec.ContainerSpec?.Image ?? ""),
    node,
    desired_state: DesiredState as string,
    state: Status.State as string,
    error: Status.Err ?? "",
    container_id: Status.ContainerStatus?.ContainerID ?? "",
  };
}

type Row = ReturnType<typeof row>;

const table = (rows: readonly Row[]): string =>
  textTable(
    ["NAME", "IMAGE", "NODE", "DESIRED STATE", "CURRENT STATE", "ERROR"],
    rows.map(({ name, image, node, desired_state: desired, state, error }) => [
      name,
      image,
      node,
      capital(desired),
      capital(state),
      error && `"${error}"`,
    ]),
  );

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
