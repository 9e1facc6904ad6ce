import { isEngineError, type Node, type Task } from "../../engine";
import { poll } from "../../engine/poll";
import { STAGE_LABEL } from "../../formats/labels";
import { BACK_SECONDS, type Lesson, type LiveStage } from "../lesson";
import { seen } from "../seen";

/** Ports that an engine listens on where it is told to. */
const enginePorts = [2375, 2376];

export const lessons: readonly Lesson[] = [
  {
    teaches: { en: "every node is Ready and Active", es: "todos los nodos están Ready y Active" },
    step: "node_ls",
    check: async (stage) => {
      const [nodes, containers] = await Promise.all([knownNodes(stage), nodeContainers(stage)]);
      const wrong = nodes.filter(({ Status, Spec }) => Status.State !== "ready" || Spec.Availability !== "active");
      if (wrong.length > 0)
        return seen.nodeStates(wrong.map((node) => [hostname(node), String(node.Status.State)] as const));
      return nodes.length === containers.length ? undefined : seen.nodes(nodes.length, containers.length);
    },
  },
  {
    teaches: {
      en: "one manager leads the swarm, and the others are its workers or stand by",
      es: "un manager dirige el swarm, y los demás son sus workers o están en reserva",
    },
    step: "node_ls",
    check: async (stage) => {
      const leaders = (await nodesOf(stage)).filter(({ ManagerStatus }) => ManagerStatus?.Leader);
      return leaders.length === 1 ? undefined : seen.leaders(leaders.length);
    },
  },
  {
    teaches: {
      en: "a worker can neither show nor change the swarm",
      es: "un worker no puede mostrar ni cambiar el swarm",
    },
    check: async (stage) => {
      const worker = (await nodesOf(stage)).find(({ Spec }) => Spec.Role === "worker");
      if (!worker) return seen.noWorker();
      try {
        await stage.inside(`stage3-${hostname(worker)}`).nodes.list();
        return seen.workerShowed(hostname(worker));
      } catch (error) {
        if (isEngineError(error, "not-a-swarm-manager")) return undefined;
        throw error;
      }
    },
  },
  {
    teaches: {
      en: "there is a token to join as a worker and another to join as a manager",
      es: "hay un token para unirse como worker y otro para unirse como manager",
    },
    step: "swarm_init",
    check: async (stage) => {
      const { Worker, Manager } = (await stage.inside("stage3-node1").swarm.inspect()).JoinTokens;
      return Worker && Manager && Worker !== Manager ? undefined : seen.tokens();
    },
  },
  {
    teaches: {
      en: "nodes reach each other under fixed addresses",
      es: "los nodos se comunican entre sí con direcciones fijas",
    },
    step: "swarm_join",
    check: async (stage) => {
      const addresses = (await nodesOf(stage)).map(({ Status }) => Status.Addr);
      const fixed = await Promise.all(
        (await nodeContainers(stage)).map(async (container) => {
          const { NetworkSettings } = await stage.engine.containers.inspect(container);
          return Object.values(NetworkSettings.Networks ?? {}).map((network) => network?.IPAMConfig?.IPv4Address);
        }),
      );
      const missing = addresses.filter((address) => !fixed.flat().includes(address));
      return missing.length === 0 ? undefined : seen.noFixedAddress(missing.map(String));
    },
  },
  {
    teaches: {
      en: "no node is privileged, and no engine in it listens on a port",
      es: "ningún nodo es privilegiado, y ningún motor de dentro escucha en un puerto",
    },
    check: async (stage) => {
      for (const container of await nodeContainers(stage)) {
        const { HostConfig } = await stage.engine.containers.inspect(container);
        if (HostConfig.Privileged) return seen.privileged(container);
        const open = (await listeningPorts(stage, container)).filter((port) => enginePorts.includes(port));
        if (open.length > 0) return seen.listens(container, open);
      }
      return undefined;
    },
  },
  {
    teaches: {
      en: "Compose puts all containers of a file on one engine",
      es: "Compose pone todos los contenedores de un archivo en un solo motor",
    },
    step: "compose_containers",
    check: async ({ engine, name }) => {
      const label = [`com.docker.compose.project=${name("stage3-compose")}`];
      const clocks = await engine.containers.list({ all: true, filters: { label } });
      const running = clocks.filter(({ State }) => State === "running");
      if (running.length === CLOCKS) return undefined;
      // As after a reboot: nothing has gone that a deploy would make anew.
      if (clocks.length === CLOCKS) return seen.clocksStopped(CLOCKS - running.length, CLOCKS);
      return seen.clocks(running.length, CLOCKS);
    },
  },
  {
    teaches: {
      en: "the swarm spreads the tasks of the same file over its nodes",
      es: "el swarm reparte las tareas del mismo archivo entre sus nodos",
    },
    step: "stack_tasks",
    check: async (stage) => {
      const { signal } = new AbortController();
      const allRun = async () => ((await runningClocks(stage)).length === CLOCKS ? true : undefined);
      await poll({ seconds: BACK_SECONDS, signal }, allRun);
      const running = await runningClocks(stage);
      if (running.length !== CLOCKS) return seen.clocks(running.length, CLOCKS);
      const nodes = new Set(running.map(({ NodeID }) => NodeID));
      return nodes.size > 1 ? undefined : seen.clocksOnOneNode(running.length);
    },
  },
];

/** As often as the Compose file has it. */
const CLOCKS = 3;

const hostname = (node: Node): string => node.Description.Hostname ?? node.ID;

const nodesOf = (stage: LiveStage): Promise<Node[]> => stage.inside("stage3-node1").nodes.list();

async function runningClocks(stage: LiveStage): Promise<Task[]> {
  const filters = { service: [stage.name("stage3_stack_clock")], "desired-state": ["running"] };
  const tasks = await stage.inside("stage3-node1").tasks.list({ filters });
  return tasks.filter(({ Status }) => Status?.State === "running");
}

/** Once it is known how each of them is: until then, their state is `unknown`. */
async function knownNodes(stage: LiveStage): Promise<Node[]> {
  const { signal } = new AbortController();
  const known = await poll({ seconds: BACK_SECONDS, signal }, async () => {
    const nodes = await nodesOf(stage);
    return nodes.some(({ Status }) => Status.State === "unknown") ? undefined : nodes;
  });
  return known ?? nodesOf(stage);
}

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
