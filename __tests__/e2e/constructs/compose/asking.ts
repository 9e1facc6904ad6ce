import { setTimeout as delay } from "node:timers/promises";
import { type Engine, isEngineError } from "../../../../engine";
import type { ServiceScene } from "../../provider/resources/service/scene";
import type { Question } from "./questions";

/** Refused at the call; accepted, and never carried out; or accepted. */
export interface Verdict {
  readonly refused?: string;
  readonly fails?: string;
}

type Ask = (given: string) => Promise<Verdict>;

/** What the engine says where it refuses `work`. */
async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (!isEngineError(error)) throw error;
    return (error.engineMessage ?? error.message).replaceAll(/\b[0-9a-f]{64}\b/g, "0".repeat(64));
  }
}

/** Puts questions to the swarm of the scene, and those about containers to this machine's engine. */
export function asking(scene: ServiceScene): (question: Question) => Promise<Verdict> {
  const { engine } = scene;
  const { outer, prefix } = scene.farm;
  const container = containerOn(outer, `${prefix}-asked`);
  const ways: Readonly<Record<Question["kind"], Ask>> = {
    constraint: (given) => placed(scene, given),
    template: (given) =>
      oneService(scene, { TaskTemplate: { ContainerSpec: { Image: scene.image, Env: [`A=${given}`] } } }),
    subnet: async (given) => {
      const [Subnet, IPRange, Gateway] = given.split(" ").map((text) => (text === "-" ? "" : text));
      const config = Object.fromEntries(Object.entries({ Subnet, IPRange, Gateway }).filter(([, text]) => text));
      const body = { Name: "asked", Driver: "overlay", IPAM: { Config: [config] } };
      const refused = await refusalOf(engine.networks.create(body));
      if (refused === undefined) await engine.networks.remove("asked");
      return { refused };
    },
    volume: async (given) => {
      const refused = await refusalOf(engine.volumes.create({ Name: given }));
      if (refused === undefined) await engine.volumes.remove(given);
      return { refused };
    },
    signal: (given) => container({ StopSignal: given }, { start: false }),
    sysctl: (given) => container({ HostConfig: { Sysctls: pair(given) } }),
    "sysctl-of-node": (given) => container({ HostConfig: { Sysctls: pair(given), NetworkMode: "host" } }),
    nul: (given) => container(withNul[given]!, { end: given === "health" ? unhealthy : failure }),
  };
  return ({ kind, given }) => ways[kind](given);
}

const pair = (text: string) => ({ [text.slice(0, text.indexOf("="))]: text.slice(text.indexOf("=") + 1) });

const withNul: Readonly<Record<string, object>> = {
  env: { Env: ["A=x\0y"] },
  "env-name": { Env: ["A\0B=x"] },
  command: { Entrypoint: ["echo"], Cmd: ["x\0y"] },
  entrypoint: { Entrypoint: ["ec\0ho"] },
  dir: { WorkingDir: "/tm\0p" },
  user: { User: "ro\0ot" },
  hostname: { Hostname: "x\0y" },
  label: { Labels: { a: "x\0y" } },
  health: { Entrypoint: ["sleep", "600"], Healthcheck: { Test: ["CMD", "true", "x\0y"], Interval: 1e9, Retries: 1 } },
  target: { HostConfig: { Mounts: [{ Type: "tmpfs", Target: "/x\0y" }] } },
};

type Look = (outer: Engine, name: string) => Promise<string | undefined>;

/** How a container failed that was started. */
const failure: Look = async (outer, name) => {
  const { exitCode } = await outer.containers.wait(name);
  return exitCode === 0 ? undefined : `exit code ${exitCode}`;
};

const unhealthy: Look = async (outer, name) => {
  for (;;) {
    const { Health } = (await outer.containers.inspect(name)).State;
    if (Health?.Status !== "starting") return Health?.Status === "healthy" ? undefined : String(Health?.Status);
    await delay(50);
  }
};

const containerOn =
  (outer: Engine, name: string) =>
  async (body: object, { start = true, end = failure } = {}): Promise<Verdict> => {
    const asked = { Image: "docker:dind", Entrypoint: ["true"], Cmd: [], StopTimeout: 0, ...body };
    const refused = await refusalOf(outer.containers.create(name, asked));
    if (refused !== undefined) return { refused };
    try {
      if (!start) return {};
      return { fails: (await refusalOf(outer.containers.start(name))) ?? (await end(outer, name)) };
    } finally {
      await outer.containers.remove(name, { force: true, volumes: true });
    }
  };

async function oneService(
  { engine }: ServiceScene,
  spec: object,
  look?: () => Promise<string | undefined>,
): Promise<Verdict> {
  const refused = await refusalOf(engine.services.create({ Name: "asked", ...spec }));
  if (refused !== undefined) return { refused };
  try {
    return { fails: await look?.() };
  } finally {
    await engine.services.remove("asked");
  }
}

/** Whether a node is found for a task of the constraint. */
async function placed(scene: ServiceScene, constraint: string): Promise<Verdict> {
  const task = { ContainerSpec: { Image: scene.image }, Placement: { Constraints: [constraint] } };
  return oneService(scene, { TaskTemplate: task, Mode: { Replicated: { Replicas: 1 } } }, async () => {
    for (;;) {
      const [found] = await scene.engine.tasks.list({ filters: { service: ["asked"] } });
      const { State, Err } = found?.Status ?? {};
      if (State === "pending" && Err) return Err;
      if (State && !["new", "allocated", "pending"].includes(State)) return undefined;
      await delay(20);
    }
  });
}
