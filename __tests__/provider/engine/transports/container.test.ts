import { Duplex } from "node:stream";
import { type ContainerAddress, parseAddress } from "../../../../provider/engine/address";
import { EngineError, type EngineErrorCode } from "../../../../provider/engine/errors";
import { containerTransport, type OuterEngine } from "../../../../provider/engine/transports/container";

type Behaviour = "answers" | "absent" | "stopped" | "paused" | "no engine" | "no docker" | "garbage";

const frame = (stream: number, text: string) =>
  Buffer.concat([Buffer.from([stream, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)]);
const refusal = (code: EngineErrorCode, words: string) =>
  new EngineError({ code, summary: words, words, remedy: "Help." });

/** An outer engine whose containers behave as told; what was tried is noted. */
function outerWith(behaviours: Record<string, Behaviour>) {
  const tried: string[] = [];
  const outer: OuterEngine = {
    url: "unix:///outer",
    containers: {
      tryInspect: async (name) => ({ State: { Status: behaviours[name] === "paused" ? "paused" : "exited" } }) as never,
    },
    exec: {
      async create(name) {
        tried.push(name);
        if (behaviours[name] === "absent") throw refusal("not-found", `No such container: ${name}`);
        if (behaviours[name] === "stopped") throw refusal("container-stopped", `Container ${name} is not running`);
        if (behaviours[name] === "paused") throw refusal("container-stopped", `Container ${name} is paused`);
        return name;
      },
      async start(name) {
        if (behaviours[name] === "no docker") throw refusal("command-not-found", "executable file not found in $PATH");
        return new Duplex({
          read() {},
          write(_chunk, _encoding, done) {
            if (behaviours[name] === "answers") this.push(frame(1, "HTTP/1.1 200 OK\r\n\r\n"));
            if (behaviours[name] === "garbage") this.push(Buffer.from("what a terminal prints"));
            if (behaviours[name] === "no engine") {
              this.push(frame(2, "dial unix /var/run/docker.sock: connect: no such file or directory"));
              this.push(null);
            }
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

const rows: readonly { containers: Record<string, Behaviour>; code: string; says: RegExp; remedy: RegExp }[] = [
  {
    containers: { n1: "absent" },
    code: "container-absent",
    says: /no container "n1" on unix:\/\/\/outer/,
    remedy: /Make the container/,
  },
  { containers: { n1: "stopped" }, code: "container-stopped", says: /"n1" is exited/, remedy: /docker start n1/ },
  { containers: { n1: "paused" }, code: "container-stopped", says: /"n1" is paused/, remedy: /docker unpause n1/ },
  {
    containers: { n1: "no engine" },
    code: "refused",
    says: /engine behind the container "n1" does not run/,
    remedy: /Start the engine/,
  },
  {
    containers: { n1: "no docker" },
    code: "docker-cli-missing",
    says: /no `docker` program behind the container "n1"/,
    remedy: /Install/,
  },
  { containers: { n1: "garbage" }, code: "malformed-response", says: /container:\/\/n1/, remedy: /./ },
  {
    containers: { n1: "absent", n2: "absent" },
    code: "container-absent",
    says: /none of 2 containers/,
    remedy: /Make/,
  },
  {
    containers: { n1: "absent", n2: "stopped", n3: "absent" },
    code: "container-stopped",
    says: /none of 3/,
    remedy: /docker start n2/,
  },
  {
    containers: { n1: "stopped", n2: "no engine", n3: "absent" },
    code: "refused",
    says: /none of 3/,
    remedy: /Start the engine/,
  },
];

test.each(rows)("$containers: $code", async ({ containers, code, says, remedy }) => {
  const names = Object.keys(containers);
  const { outer, tried } = outerWith(containers);
  const failure: EngineError = await containerTransport(addressOf(names), outer)
    .connect()
    .then(fail, (error) => error);
  expect(failure).toMatchObject({ code, address: `container://${names.join(",")}` });
  expect(failure.summary).toMatch(says);
  expect(failure.remedy).toMatch(remedy);
  expect(tried).toEqual(names);
});

test("of several containers the first that answers is used", async () => {
  const { outer, tried } = outerWith({ n1: "stopped", n2: "answers", n3: "answers" });
  await containerTransport(addressOf(["n1", "n2", "n3"]), outer).connect();
  expect(tried).toEqual(["n1", "n2"]);
});

test("the one that answered stays the one, until it does not answer", async () => {
  const behaviours: Record<string, Behaviour> = { n1: "stopped", n2: "answers", n3: "answers" };
  const { outer, tried } = outerWith(behaviours);
  const transport = containerTransport(addressOf(["n1", "n2", "n3"]), outer);
  await transport.connect();
  behaviours["n1"] = "answers";
  await transport.connect();
  behaviours["n2"] = "stopped";
  await transport.connect();
  expect(tried).toEqual(["n1", "n2", "n2", "n2", "n1"]);
});

test("an outer engine that cannot be asked is not taken for an absent container", async () => {
  const { outer } = outerWith({});
  const broken = {
    ...outer,
    exec: { ...outer.exec, create: async () => Promise.reject(refusal("unreachable", "no outer engine")) },
  };
  await expect(containerTransport(addressOf(["n1"]), broken).connect()).rejects.toMatchObject({ code: "unreachable" });
});

function fail(): never {
  throw new Error("it connected");
}
