import type { Engine } from "../../../engine";
import { isEngineError } from "../../../engine";
import { own } from "../../../foreign/own";
import { printable } from "../../../foreign/printable";
import type { Board } from "../board";
import type { ObjectDetails, ObjectKind } from "../protocol";

/** Lines of a log that are shown. */
const LOG_LINES = 200;

/** How an object of a kind is asked for, and what of it matters: paths into what `inspect` shows. */
interface Inspection {
  inspect(engine: Engine, id: string): Promise<object>;
  readonly facts: readonly string[];
  logs?(engine: Engine, id: string): Promise<string>;
}

const tail = { tail: LOG_LINES };

const inspections: Readonly<Record<ObjectKind, Inspection>> = {
  container: {
    inspect: (engine, id) => engine.containers.inspect(id),
    facts: [
      ...[
        "Id",
        "Config.Image",
        "Path",
        "Args",
        "State.Status",
        "State.ExitCode",
        "State.StartedAt",
        "State.FinishedAt",
      ],
      ...[
        "Config.Hostname",
        "Config.Tty",
        "HostConfig.NetworkMode",
        "HostConfig.RestartPolicy.Name",
        "NetworkSettings.Ports",
      ],
    ],
    logs: async (engine, id) => (await engine.containers.logs(id, tail)).output,
  },
  image: {
    inspect: (engine, id) => engine.images.inspect(id),
    facts: [
      "Id",
      "RepoTags",
      "Size",
      "Architecture",
      "Os",
      "Created",
      "Config.Cmd",
      "Config.WorkingDir",
      "RootFS.Layers",
    ],
  },
  network: {
    inspect: (engine, id) => engine.networks.inspect(id),
    facts: ["Id", "Driver", "Scope", "IPAM.Config", "Internal", "Attachable"],
  },
  volume: { inspect: (engine, id) => engine.volumes.inspect(id), facts: ["Name", "Driver", "Mountpoint", "CreatedAt"] },
  node: {
    inspect: (engine, id) => engine.nodes.inspect(id),
    facts: [
      ...["ID", "Description.Hostname", "Status.State", "Status.Addr", "Spec.Role", "Spec.Availability", "Spec.Labels"],
      ...["ManagerStatus.Leader", "ManagerStatus.Reachability", "Description.Engine.EngineVersion"],
    ],
  },
  service: {
    inspect: (engine, id) => engine.services.inspect(id),
    facts: [
      ...[
        "ID",
        "Spec.Name",
        "Spec.TaskTemplate.ContainerSpec.Image",
        "Spec.Mode",
        "Spec.TaskTemplate.Placement.Constraints",
      ],
      ...["Endpoint.Ports", "UpdateStatus.State"],
    ],
    logs: async (engine, id) => (await engine.services.logs(id, tail)).output,
  },
  task: {
    inspect: (engine, id) => engine.tasks.inspect(id),
    facts: [
      ...["ID", "ServiceID", "NodeID", "Slot", "DesiredState", "Status.State", "Status.Message", "Status.Err"],
      ...["Spec.ContainerSpec.Image", "Status.ContainerStatus.ContainerID"],
    ],
    logs: async (engine, id) => (await engine.tasks.logs(id, tail)).output,
  },
};

/** Where the objects of a picture are. */
export interface PictureEngines {
  readonly engine: Engine;
  /** The engines of the swarm's nodes that run, managers and workers. */
  nodes(): readonly Engine[];
}

/** An object that the picture shows; undefined for any other, and for one that is gone. */
export async function detailsOf(
  kind: ObjectKind,
  id: string,
  board: Board,
  engines: PictureEngines,
): Promise<ObjectDetails | undefined> {
  const found = own(shown(board), kind)?.find((each) => each.id === id);
  if (!found) return undefined;
  const { inspect, facts, logs } = inspections[kind];
  for (const engine of placesOf(kind, engines)) {
    try {
      const inspected = await inspect(engine, id);
      return {
        kind,
        name: found.name,
        facts: facts.flatMap((path) => factAt(inspected, path)),
        inspected: printable(JSON.stringify(inspected, undefined, 2)),
        logs: logs ? printable(await logs(engine, id)) : null,
      };
    } catch (error) {
      // Of the nodes, only a manager knows; what has gone meanwhile is not there any more.
      if (!isEngineError(error)) throw error;
    }
  }
  return undefined;
}

const inSwarm: ReadonlySet<ObjectKind> = new Set(["node", "service", "task"]);

/** Where an object may be: a network is the engine's or the swarm's. */
function placesOf(kind: ObjectKind, { engine, nodes }: PictureEngines): readonly Engine[] {
  if (kind === "network") return [engine, ...nodes()];
  return inSwarm.has(kind) ? nodes() : [engine];
}

/** What may be asked for: what the page shows, and nothing else of the engine. */
function shown(board: Board): Readonly<Record<ObjectKind, readonly { readonly id: string; readonly name: string }[]>> {
  const { containers, images, networks, volumes } = board.get("engine");
  const { nodes = [], services = [], tasks = [], networks: overlays = [] } = board.get("swarm") ?? {};
  const byName = ({ name }: { readonly name: string }) => ({ id: name, name });
  return {
    container: containers,
    image: images,
    network: [...networks.map(byName), ...overlays],
    volume: volumes.map(byName),
    node: nodes,
    service: services,
    task: tasks,
  };
}

/** A fact as a line; none where there is nothing to tell. */
function factAt(inspected: object, path: string): (readonly [string, string])[] {
  let value: unknown = inspected;
  for (const name of path.split(".")) value = own((value ?? {}) as Record<string, unknown>, name);
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const isNothing = value === undefined || value === null || ["", "[]", "{}", "null"].includes(text);
  return isNothing ? [] : [[path, printable(text)]];
}
