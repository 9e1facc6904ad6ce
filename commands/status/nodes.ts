import { Engine, isEngineError, type Node } from "../../engine";
import { STAGE_LABEL } from "../../formats/labels";
import { naturalOrder } from "../natural-order";
import { work } from "../words/work";
import { shortId } from "./objects";
import type { Beside, Table } from "./table";

/** The nodes of the swarm in a stage's containers, as the first of its managers that answers tells them; or why none does. */
export async function nodesOf(engine: Engine, label: string): Promise<Beside | undefined> {
  const containers = await nodeContainers(engine, label);
  for (const container of containers) {
    const inside = Engine.at(`container://${container}`, { via: engine });
    try {
      return { nodes: nodeTable(await inside.nodes.list()) };
    } catch (error) {
      if (!isEngineError(error)) throw error;
    } finally {
      inside.close();
    }
  }
  return containers.length === 0 ? undefined : work.noManager(containers);
}

/** Names of the containers of a stage that are a swarm's nodes, and run. @param label the stage's, `stage3` behind the prefix */
export async function nodeContainers(engine: Engine, label: string): Promise<string[]> {
  const filters = { label: `${STAGE_LABEL}=${label}` };
  return (await engine.containers.list({ filters }))
    .flatMap(({ Names }) => Names[0]?.slice(1) ?? [])
    .filter((name) => /-node\d+$/.test(name))
    .sort(naturalOrder);
}

/** One line a node. */
export function nodeTable(nodes: readonly Node[]): Table {
  const rows = nodes.map(({ ID, Description, Status, Spec, ManagerStatus, CreatedAt }) => [
    shortId(ID),
    Description.Hostname ?? "",
    Status.State ?? "",
    Spec.Availability ?? "",
    ManagerStatus?.Leader ? "leader" : (ManagerStatus?.Reachability ?? "worker"),
    Status.Addr ?? "",
    Description.Engine?.EngineVersion ?? "",
    new Date(CreatedAt ?? 0),
  ]);
  return {
    head: ["ID", "NODE", "STATE", "AVAILABILITY", "MANAGER", "ADDRESS", "ENGINE", "CREATED"],
    rows: rows.sort(([, a], [, b]) => naturalOrder(String(a), String(b))),
  };
}
