import type { Service } from "../../engine";
import { NONCE_LABEL, STACK_LABEL } from "../../formats/labels";
import { objectList, string } from "../schema";
import { textTable } from "../tables/text-table";
import { defineDataSource } from "./define";
import { byName, idOf, serviceFilter, toFilters, withoutDigest } from "./stack-filter";

const schema = {
  id: string({ computed: true, doc: "What was asked, as text." }),
  ...serviceFilter,
  services: objectList({
    id: "string",
    name: "string",
    stack: "string",
    mode: "string",
    running: "number",
    desired: "number",
    completed: "number",
    image: "string",
    ports: ["list", "string"],
    labels: ["map", "string"],
  })({ computed: true, doc: "The services, sorted by name. `mode` is `replicated`, `global` or a job of either." }),
  table: string({ computed: true, doc: "Laid out like `docker stack services`, without ids." }),
  stack_table: string({ computed: true, doc: "The stacks that they belong to, laid out like `docker stack ls`." }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Service/operation/ServiceList */
export const services = defineDataSource({
  type: "docker_services",
  doc: "The services of a swarm, like `docker service ls`, `docker stack services` and `docker stack ls`.",
  schema,

  async read({ config, engine, signal }) {
    const found = await engine.services.list({ filters: toFilters(config), status: true, signal });
    const rows = found.map(row).sort(byName);
    return { id: idOf(config), services: rows, table: table(rows), stack_table: stackTable(rows) };
  },
});

const MODES = {
  Replicated: "replicated",
  Global: "global",
  ReplicatedJob: "replicated job",
  GlobalJob: "global job",
} as const;
type Kind = keyof typeof MODES;

function row({ ID, Spec, Endpoint, ServiceStatus: status }: Service) {
  const { [NONCE_LABEL]: _, ...labels } = (Spec.Labels ?? {}) as Record<string, string>;
  const kind = (Object.keys(MODES) as Kind[]).find((each) => Spec.Mode?.[each]) ?? "Replicated";
  return {
    id: ID,
    name: Spec.Name ?? "",
    stack: labels[STACK_LABEL] ?? "",
    mode: MODES[kind] as string,
    running: status?.RunningTasks ?? 0,
    desired: status?.DesiredTasks ?? 0,
    completed: status?.CompletedTasks ?? 0,
    image: withoutDigest(Spec.TaskTemplate?.ContainerSpec?.Image ?? ""),
    ports: (Endpoint?.Ports ?? Spec.EndpointSpec?.Ports ?? []).map(port).sort(),
    labels,
  };
}

type Row = ReturnType<typeof row>;
type Port = NonNullable<NonNullable<Service["Endpoint"]>["Ports"]>[number];

/** As `docker service ls` tells what the routing mesh publishes; what nodes publish themselves with the word `host`. */
const port = ({ PublishedPort, TargetPort, Protocol, PublishMode }: Port): string =>
  `${PublishMode === "host" ? "host" : "*"}:${PublishedPort ?? 0}->${TargetPort}/${Protocol ?? "tcp"}`;

const replicas = ({ mode, running, desired, completed }: Row): string =>
  mode.endsWith("job") ? `${running}/${desired} (${completed} completed)` : `${running}/${desired}`;

const table = (rows: readonly Row[]): string =>
  textTable(
    ["NAME", "MODE", "REPLICAS", "IMAGE", "PORTS"],
    rows.map((found) => [found.name, found.mode, replicas(found), found.image, found.ports.join(",")]),
  );

function stackTable(rows: readonly Row[]): string {
  const stacks = [...new Set(rows.map(({ stack }) => stack).filter(Boolean))].sort();
  const count = (name: string) => String(rows.filter(({ stack }) => stack === name).length);
  return textTable(
    ["NAME", "SERVICES", "ORCHESTRATOR"],
    stacks.map((name) => [name, count(name), "Swarm"]),
  );
}
