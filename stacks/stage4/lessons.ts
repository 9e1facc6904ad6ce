import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { type Engine, isEngineError, type Service, type Task } from "../../engine";
import { poll } from "../../engine/poll";
import { own } from "../../foreign/own";
import { STACK_LABEL } from "../../formats/labels";
import { type Text, verbatim } from "../../languages/text";
import { BACK_SECONDS, type Lesson, type LiveStage } from "../lesson";
import { seen } from "../seen";

const manager = "stage3-node1";
const stack = "voting_stack";
const services = ["db", "redis", "result", "vote", "worker"];
/** Seconds in which a vote is counted, and milliseconds between two looks. */
const COUNTED_SECONDS = 20;
const LOOK = 200;

export const lessons: readonly Lesson[] = [
  {
    teaches: {
      en: "`docker stack services` shows the five services of voting_stack",
      es: "`docker stack services` muestra los cinco servicios de voting_stack",
    },
    step: "stack_services",
    check: async (stage) => {
      const names = (await servicesOf(stage)).map(({ Spec }) => Spec.Name!.slice(stage.name(stack).length + 1)).sort();
      return names.join() === services.join() ? undefined : seen.services(names);
    },
  },
  {
    teaches: {
      en: "every service has as many tasks running as it should",
      es: "cada servicio tiene en marcha tantas tareas como debe",
    },
    step: "stack_services",
    check: async (stage) => {
      const { signal } = new AbortController();
      const allRun = async () => ((await shortServices(stage)).length === 0 ? true : undefined);
      await poll({ seconds: BACK_SECONDS, signal }, allRun);
      const short = await shortServices(stage);
      const counts = short.map(
        ({ Spec, ServiceStatus }) => `${Spec.Name} ${ServiceStatus?.RunningTasks}/${ServiceStatus?.DesiredTasks}`,
      );
      return short.length === 0 ? undefined : verbatim(counts.join(", "));
    },
  },
  {
    teaches: {
      en: "the tasks of one service run on several nodes",
      es: "las tareas de un mismo servicio están en varios nodos",
    },
    step: "ps_vote",
    check: async (stage) => {
      const tasks = await tasksOf(stage, "vote");
      const nodes = new Set(tasks.map(({ NodeID }) => NodeID));
      return tasks.length < 2 || nodes.size > 1 ? undefined : seen.oneNode(tasks.length);
    },
  },
  {
    teaches: {
      en: "worker is on both networks, vote on frontend and result on backend alone",
      es: "worker está en ambas redes, vote solo en frontend y result solo en backend",
    },
    check: async (stage) => {
      const inside = stage.inside(manager);
      const names = new Map((await inside.networks.list()).map(({ Id, Name }) => [Id, Name]));
      const wanted = { vote: ["frontend"], result: ["backend"], worker: ["backend", "frontend"] };
      const found = await servicesOf(stage);
      for (const [service, networks] of Object.entries(wanted)) {
        const { Spec } = found.find((each) => each.Spec.Name === stage.name(`${stack}_${service}`))!;
        const on = (Spec.TaskTemplate?.Networks ?? []).map(({ Target }) => names.get(Target ?? "") ?? Target).sort();
        const expected = networks.map((network) => stage.name(`${stack}_${network}`));
        if (on.join() !== expected.join()) return seen.networks(service, on.map(String));
      }
      return undefined;
    },
  },
  {
    teaches: {
      en: "a vote cast at port 5000 is counted, and port 5001 answers",
      es: "un voto emitido en el puerto 5000 se cuenta, y el puerto 5001 responde",
    },
    check: async (stage) => {
      const [vote, result] = [await publishedPort(stage, 5000), await publishedPort(stage, 5001)];
      const voter = `verify${randomBytes(6).toString("hex")}`.replace(/[^0-9a-f]/g, "0");
      const taken = await stage.ports.ask({ port: vote, form: "vote=a", cookie: `voter_id=${voter}` });
      return taken ?? (await untilCounted(stage, voter)) ?? (await stage.ports.ask({ port: result }));
    },
  },
];

/** Whether there is anything of it: all of the stage is inside the swarm of stage 3. */
export async function hasStack(stage: LiveStage): Promise<boolean> {
  try {
    return (await servicesOf(stage)).length > 0;
  } catch (error) {
    if (isEngineError(error, "container-absent")) return false;
    throw error;
  }
}

/** Services of which fewer tasks run than should, or more. */
const shortServices = async (stage: LiveStage): Promise<Service[]> =>
  (await servicesOf(stage)).filter(({ ServiceStatus: status }) => status?.RunningTasks !== status?.DesiredTasks);

const servicesOf = (stage: LiveStage): Promise<Service[]> => {
  const label = [`${STACK_LABEL}=${stage.name(stack)}`];
  return stage.inside(manager).services.list({ filters: { label }, status: true });
};

const tasksOf = (stage: LiveStage, service: string): Promise<Task[]> => {
  const filters = { service: [stage.name(`${stack}_${service}`)], "desired-state": ["running"] };
  return stage.inside(manager).tasks.list({ filters });
};

/** Where a port of the first node is published on the engine's machine. */
async function publishedPort({ engine, name }: LiveStage, port: number): Promise<number> {
  const { NetworkSettings } = await engine.containers.inspect(name(manager));
  const [binding] = own(NetworkSettings.Ports as Record<string, { HostPort: string }[] | null>, `${port}/tcp`) ?? [];
  return Number(binding?.HostPort ?? port);
}

/** Waits until the vote is in the database, and takes it out again; what was seen instead where it is not. */
async function untilCounted(stage: LiveStage, voter: string): Promise<Text | undefined> {
  const inside = stage.inside(manager);
  for (const deadline = Date.now() + COUNTED_SECONDS * 1000; Date.now() < deadline; await delay(LOOK)) {
    if ((await query(stage, inside, `DELETE FROM votes WHERE id = '${voter}' RETURNING id`)).includes(voter))
      return undefined;
  }
  return seen.notCounted(COUNTED_SECONDS);
}

async function query({ name }: LiveStage, inside: Engine, sql: string): Promise<string> {
  const label = [`com.docker.swarm.service.name=${name(`${stack}_db`)}`];
  const [db] = await inside.containers.list({ filters: { label } });
  if (!db) return "";
  return (await inside.exec.run(db.Id, { cmd: ["psql", "-U", "postgres", "-tAc", sql] })).output;
}
