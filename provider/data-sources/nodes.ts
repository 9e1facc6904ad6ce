import type { Node } from "../../engine";
import { managerOf } from "../resources/swarm/managers";
import { objectList, string, stringList } from "../schema";
import { textTable } from "../tables/text-table";
import { defineDataSource } from "./define";

const schema = {
  id: string({ computed: true, doc: "The swarm's id." }),
  managers: stringList({
    optional: true,
    doc: "Addresses of the managers' engines; the first that answers is asked. Default: `engine` alone.",
  }),
  swarm: string({ optional: true, doc: "Id of the swarm: managers of another one are not asked. Default: any." }),
  nodes: objectList({
    id: "string",
    hostname: "string",
    role: "string",
    status: "string",
    availability: "string",
    leader: "bool",
    reachability: "string",
    address: "string",
    engine_version: "string",
    labels: ["map", "string"],
  })({
    computed: true,
    doc: "The nodes, sorted by hostname. `reachability` is empty for workers.",
  }),
  table: string({ computed: true, doc: "Laid out like `docker node ls`." }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Node/operation/NodeList */
export const nodes = defineDataSource({
  type: "docker_nodes",
  doc: "The nodes of a swarm, like `docker node ls`.",
  schema,

  async read({ config, engine, engines, signal }) {
    const urls = config.managers?.length ? config.managers : [engine.url];
    const manager = await managerOf(engines, { urls, id: config.swarm }, signal);
    const found = (await manager.engine.nodes.list({ signal })).map(row).sort(byHostname);
    return { id: manager.swarm.ID, nodes: found, table: table(found) };
  },
});

const row = ({ ID, Spec, Description, Status, ManagerStatus }: Node) => ({
  id: ID,
  hostname: Description.Hostname ?? "",
  role: Spec.Role as string,
  status: Status.State as string,
  availability: Spec.Availability as string,
  leader: ManagerStatus?.Leader ?? false,
  reachability: (ManagerStatus?.Reachability as string | undefined) ?? "",
  address: Status.Addr ?? "",
  engine_version: Description.Engine?.EngineVersion ?? "",
  labels: (Spec.Labels ?? {}) as Record<string, string>,
});

type Row = ReturnType<typeof row>;

/** node2 comes before node10. */
const byHostname = (a: Row, b: Row): number =>
  a.hostname.localeCompare(b.hostname, "en", { numeric: true }) || (a.id < b.id ? -1 : 1);

const table = (rows: readonly Row[]): string =>
  textTable(
    ["ID", "HOSTNAME", "STATUS", "AVAILABILITY", "MANAGER STATUS", "ENGINE VERSION"],
    rows.map((node) => [
      node.id,
      node.hostname,
      capital(node.status),
      capital(node.availability),
      node.leader ? "Leader" : capital(node.reachability),
      node.engine_version,
    ]),
  );

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
