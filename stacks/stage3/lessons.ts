import { isEngineError, type Node } from "../../engine";
import { STAGE_LABEL } from "../../formats/labels";
import type { Lesson, LiveStage } from "../lesson";

/** Ports that an engine listens on where it is told to. */
const enginePorts = [2375, 2376];

export const lessons: readonly Lesson[] = [
  {
    teaches: "every node is Ready and Active",
    check: async (stage) => {
      const [nodes, containers] = await Promise.all([nodesOf(stage), nodeContainers(stage)]);
      const wrong = nodes.filter(({ Status, Spec }) => Status.State !== "ready" || Spec.Availability !== "active");
      if (wrong.length > 0) return wrong.map((node) => `${hostname(node)} is ${node.Status.State}`).join(", ");
      return nodes.length === containers.length ? undefined : `${nodes.length} nodes, ${containers.length} containers`;
    },
  },
  {
    teaches: "one manager leads the swarm, and the others are its workers or stand by",
    check: async (stage) => {
      const leaders = (await nodesOf(stage)).filter(({ ManagerStatus }) => ManagerStatus?.Leader);
      return leaders.length === 1 ? undefined : `${leaders.length} nodes lead`;
    },
  },
  {
    teaches: "a worker can neither show nor change the swarm",
    check: async (stage) => {
      const worker = (await nodesOf(stage)).find(({ Spec }) => Spec.Role === "worker");
      if (!worker) return "the swarm has no worker";
      try {
        await stage.inside(`stage3-${hostname(worker)}`).nodes.list();
        return `${hostname(worker)} showed the nodes`;
      } catch (error) {
        if (isEngineError(error, "not-a-swarm-manager")) return undefined;
        throw error;
      }
    },
  },
  {
    teaches: "there is a token to join as a worker and another to join as a manager",
    check: async (stage) => {
      const { Worker, Manager } = (await stage.inside("stage3-node1").swarm.inspect()).JoinTokens;
      return Worker && Manager && Worker !== Manager ? undefined : "they are missing, or the same";
    },
  },
  {
    teaches: "nodes reach each other under fixed addresses",
    check: async (stage) => {
      const addresses = (await nodesOf(stage)).map(({ Status }) => Status.Addr);
      const fixed = await Promise.all(
        (await nodeContainers(stage)).map(async (container) => {
          const { NetworkSettings } = await stage.engine.containers.inspect(container);
          return Object.values(NetworkSettings.Networks ?? {}).map((network) => network?.IPAMConfig?.IPv4Address);
        }),
      );
      const missing = addresses.filter((address) => !fixed.flat().includes(address));
      return missing.length === 0 ? undefined : `${missing.join(", ")} is no fixed address of a node`;
    },
  },
  {
    teaches: "no node is privileged, and no engine in it listens on a port",
    check: async (stage) => {
      for (const container of await nodeContainers(stage)) {
        const { HostConfig } = await stage.engine.containers.inspect(container);
        if (HostConfig.Privileged) return `${container} is privileged`;
        const open = (await listeningPorts(stage, container)).filter((port) => enginePorts.includes(port));
        if (open.length > 0) return `the engine in ${container} listens on ${open.join(", ")}`;
      }
      return undefined;
    },
  },
];

const hostname = (node: Node): string => node.Description.Hostname ?? node.ID;

const nodesOf = (stage: LiveStage): Promise<Node[]> => stage.inside("stage3-node1").nodes.list();

/** Names of the containers that are nodes. */
async function nodeContainers({ engine, name }: LiveStage): Promise<string[]> {
  const filters = { label: `${STAGE_LABEL}=${name("stage3")}` };
  const containers = await engine.containers.list({ all: true, filters });
  return containers.flatMap(({ Names }) => Names.map((each) => each.slice(1))).filter((each) => /-node\d+$/.test(each));
}

/** Ports that something in the container listens on. Source: proc_net_tcp(5), state 0A. */
async function listeningPorts({ engine }: LiveStage, container: string): Promise<number[]> {
  const { stdout } = await engine.exec.run(container, { cmd: ["cat", "/proc/net/tcp", "/proc/net/tcp6"] });
  return [...stdout.matchAll(/^ *\d+: \w+:(\w{4}) \w+:\w{4} 0A /gm)].map(([, port]) => Number.parseInt(port!, 16));
}
