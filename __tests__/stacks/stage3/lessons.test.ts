import type { Engine, Node } from "../../../engine";
import type { LiveStage } from "../../../stacks/lesson";
import { lessons } from "../../../stacks/stage3/lessons";

const [readiness] = lessons;

/** A stage whose nodes are in these states, at one look after the other. */
function stageWith(...looks: string[][]): LiveStage {
  const nodes = (states: string[]) =>
    states.map((State, index) => ({
      ...{ ID: `${index}`, Description: { Hostname: `node${index + 1}` } },
      ...{ Status: { State }, Spec: { Role: "worker", Availability: "active" } },
    })) as unknown as Node[];
  const inside = { nodes: { list: async () => nodes(looks.length > 1 ? looks.shift()! : looks[0]!) } };
  const containers = looks[0]!.map((_, index) => ({ Names: [`/stage3-node${index + 1}`] }));
  return {
    engine: { containers: { list: async () => containers } } as unknown as Engine,
    name: (name) => name,
    inside: () => inside as unknown as Engine,
    ports: { ask: async () => undefined, close: async () => {} },
  };
}

test("nodes that a leader has not heard of yet, as after a reboot, are waited for", async () => {
  const stage = stageWith(["ready", "unknown", "unknown"], ["ready", "unknown", "ready"], ["ready", "ready", "ready"]);
  expect(await readiness!.check(stage)).toBeUndefined();
});

test("one that is down is told at once", async () => {
  expect(await readiness!.check(stageWith(["ready", "down"], ["ready", "ready"]))).toEqual({
    en: "node2 is down",
    es: "node2 está down",
  });
});

describe("Compose puts all containers of a file on one engine", () => {
  const compose = lessons.find(({ step }) => step === "compose_containers")!;
  /** A stage whose Compose containers are in these states; the engine lists those that run unless it is asked for all. */
  function stageOf(...states: string[]): LiveStage {
    const list = async ({ all = false }: { all?: boolean }) =>
      states.map((State) => ({ State })).filter(({ State }) => all || State === "running");
    return { ...stageWith(["ready"]), engine: { containers: { list } } as unknown as Engine };
  }

  test("holds while they run", async () => {
    expect(await compose.check(stageOf("running", "running", "running"))).toBeUndefined();
  });

  test("where they are stopped, as after a reboot, it is said why, and what starts them", async () => {
    expect(await compose.check(stageOf("exited", "exited", "exited"))).toEqual({
      en: "3 of 3 are stopped: the file has no `restart`, so that no engine starts them again; `./lab deploy stage3` does",
      es: "hay 3 de 3 parados: el archivo no tiene `restart`, así que ningún motor los vuelve a arrancar; `./lab deploy stage3` sí",
    });
  });

  test("one that is gone is not called stopped", async () => {
    expect(await compose.check(stageOf("running", "running"))).toMatchObject({ en: "2 of 3 run" });
  });
});
