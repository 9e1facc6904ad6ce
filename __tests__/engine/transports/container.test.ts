import { Duplex } from "node:stream";
import type { ContainerInspect } from "../../../engine";
import { type ContainerAddress, parseAddress } from "../../../engine/address";
import { EngineError, type EngineErrorCode } from "../../../engine/errors";
import { containerTransport, type OuterEngine } from "../../../engine/transports/container";

/** What a container is and does; the words of the refusals differ with the moment. */
interface Behaviour {
  readonly state: "running" | "exited" | "paused" | "restarting" | "removing" | undefined;
  readonly create?: EngineError;
  readonly start?: EngineError;
  readonly sends?: readonly Buffer[];
}

const frame = (stream: number, text: string) =>
  Buffer.concat([Buffer.from([stream, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)]);

const refusal = (code: EngineErrorCode, words: string, status?: number) =>
  new EngineError({ code, what: words, engineMessage: words, remedy: "Help.", address: "unix:///outer", status });

const notRunning = refusal("container-stopped", "Container 0f is not running", 409);
const noInstance = refusal("not-found", "No such exec instance: 0f", 404);

const answers: Behaviour = { state: "running", sends: [frame(1, "HTTP/1.1 200 OK\r\n\r\n")] };
const absent: Behaviour = { state: undefined, create: refusal("not-found", "No such container: n1", 404) };
const stopped: Behaviour = { state: "exited", create: notRunning };
const stoppedMeanwhile: Behaviour = { state: "exited", start: noInstance };
const removedMeanwhile: Behaviour = { state: undefined, start: noInstance };
const diedMeanwhile: Behaviour = {
  state: "exited",
  sends: [frame(1, "task 0f not found: not found\r\n"), Buffer.alloc(0)],
};
const paused: Behaviour = { state: "paused", create: refusal("container-stopped", "Container 0f is paused", 409) };
const restarting: Behaviour = { state: "restarting", create: refusal("container-stopped", "is restarting, wait", 409) };
const noEngine: Behaviour = {
  state: "running",
  sends: [frame(2, "dial unix /x: connect: no such file or directory"), Buffer.alloc(0)],
};
const noDocker: Behaviour = {
  state: "running",
  sends: [frame(1, 'exec: "docker": executable file not found in $PATH\r\n'), Buffer.alloc(0)],
};
const noDockerSaidEarly: Behaviour = {
  state: "running",
  start: refusal("command-not-found", "executable file not found in $PATH", 400),
};
const garbage: Behaviour = { state: "running", sends: [Buffer.from("what a terminal prints")] };
const broken: Behaviour = { state: "running", create: refusal("server-error", "disk full", 500) };

/** An outer engine whose containers behave as told; what was tried is noted. An empty piece ends the stream. */
function outerWith(behaviours: Record<string, Behaviour>) {
  const tried: string[] = [];
  const outer: OuterEngine = {
    url: "unix:///outer",
    containers: {
      tryInspect: async (name) => {
        const state = behaviours[name]?.state;
        return state && ({ State: { Status: state } } as ContainerInspect);
      },
    },
    exec: {
      async create(name) {
        tried.push(name);
        if (behaviours[name]?.create) throw behaviours[name].create;
        return name;
      },
      async start(name) {
        if (behaviours[name]?.start) throw behaviours[name].start;
        return new Duplex({
          read() {},
          write(_chunk, _encoding, done) {
            for (const piece of behaviours[name]?.sends ?? []) this.push(piece.length > 0 ? piece : null);
            done();
          },
        });
      },
      inspect: async () => ({ Running: false, ExitCode: 1 }),
    },
  };
  return { outer, tried };
}

const addressOf = (names: readonly string[]) => parseAddress(`container://${names.join(",")}`) as ContainerAddress;

const rows: readonly { name: string; containers: readonly Behaviour[]; code: string; says: RegExp; remedy: RegExp }[] =
  [
    {
      name: "absent",
      containers: [absent],
      code: "container-absent",
      says: /no container "n1" on unix:\/\/\/outer/,
      remedy: /Make/,
    },
    {
      name: "removed meanwhile",
      containers: [removedMeanwhile],
      code: "container-absent",
      says: /no container "n1"/,
      remedy: /Make/,
    },
    {
      name: "stopped",
      containers: [stopped],
      code: "container-stopped",
      says: /"n1" is exited/,
      remedy: /docker start n1/,
    },
    {
      name: "stopped meanwhile",
      containers: [stoppedMeanwhile],
      code: "container-stopped",
      says: /"n1" is exited/,
      remedy: /docker start n1/,
    },
    {
      name: "dead meanwhile",
      containers: [diedMeanwhile],
      code: "container-stopped",
      says: /"n1" is exited/,
      remedy: /docker start n1/,
    },
    {
      name: "paused",
      containers: [paused],
      code: "container-stopped",
      says: /"n1" is paused/,
      remedy: /docker unpause n1/,
    },
    {
      name: "restarting",
      containers: [restarting],
      code: "container-stopped",
      says: /is restarting/,
      remedy: /docker logs n1/,
    },
    {
      name: "without an engine",
      containers: [noEngine],
      code: "refused",
      says: /behind the container "n1" does not run/,
      remedy: /Start the engine/,
    },
    {
      name: "without docker",
      containers: [noDocker],
      code: "docker-cli-missing",
      says: /no `docker` program behind the container "n1"/,
      remedy: /Install/,
    },
    {
      name: "without docker, said early",
      containers: [noDockerSaidEarly],
      code: "docker-cli-missing",
      says: /no `docker` program/,
      remedy: /Install/,
    },
    { name: "babbling", containers: [garbage], code: "malformed-response", says: /container:\/\/n1/, remedy: /./ },
    {
      name: "running on a broken engine",
      containers: [broken],
      code: "unreachable",
      says: /does not answer/,
      remedy: /by hand/,
    },
    {
      name: "absent, all of them",
      containers: [absent, absent],
      code: "container-absent",
      says: /none of 2 containers/,
      remedy: /Make/,
    },
    {
      name: "absent but for a stopped one",
      containers: [absent, stopped, absent],
      code: "container-stopped",
      says: /none of 3/,
      remedy: /docker start n2/,
    },
    {
      name: "stopped, absent, and one without an engine",
      containers: [stopped, noEngine, absent],
      code: "refused",
      says: /none of 3/,
      remedy: /Start the engine/,
    },
  ];

test.each(rows)("$name: $code", async ({ containers, code, says, remedy }) => {
  const names = containers.map((_, index) => `n${index + 1}`);
  const { outer, tried } = outerWith(
    Object.fromEntries(containers.map((behaviour, index) => [`n${index + 1}`, behaviour])),
  );
  const failure: EngineError = await containerTransport(addressOf(names), outer)
    .connect()
    .then(fail, (error) => error);
  expect(failure).toMatchObject({ code, address: `container://${names.join(",")}` });
  expect(failure.what).toMatch(says);
  expect(failure.remedy).toMatch(remedy);
  expect(tried).toEqual(names);
});

test("of several containers the first that answers is used", async () => {
  const { outer, tried } = outerWith({ n1: stopped, n2: answers, n3: answers });
  await containerTransport(addressOf(["n1", "n2", "n3"]), outer).connect();
  expect(tried).toEqual(["n1", "n2"]);
});

test("the one that answered stays the one, until it does not answer", async () => {
  const behaviours: Record<string, Behaviour> = { n1: stopped, n2: answers, n3: answers };
  const { outer, tried } = outerWith(behaviours);
  const transport = containerTransport(addressOf(["n1", "n2", "n3"]), outer);
  await transport.connect();
  behaviours["n1"] = answers;
  await transport.connect();
  behaviours["n2"] = stopped;
  await transport.connect();
  expect(tried).toEqual(["n1", "n2", "n2", "n2", "n1"]);
});

test("an outer engine that does not answer is not taken for an absent container", async () => {
  const silent = refusal("unreachable", "no outer engine");
  const { outer } = outerWith({ n1: { state: undefined, create: silent } });
  await expect(containerTransport(addressOf(["n1"]), outer).connect()).rejects.toBe(silent);
});

function fail(): never {
  throw new Error("it connected");
}
