import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { pack } from "tar-stream";
import { type Engine, EngineError } from "../../../engine";
import { makeHostImage, newPrefix, onHost, openEngine, removeNamed, waiting } from "./host-image";

const prefix = newPrefix();
let engine: Engine;
let image: string;

beforeAll(async () => {
  engine = openEngine();
  image = await makeHostImage(engine, prefix);
});

afterAll(async () => {
  await removeNamed(engine, prefix);
  engine.close();
});

test("the engine tells about itself", async () => {
  await engine.system.ping();
  expect(await engine.apiVersion()).toMatch(/^1\.\d+$/);
  expect((await engine.system.version()).Version).toMatch(/^\d+\./);
  expect((await engine.system.info()).OSType).toBe("linux");
});

test("a network is made once under one name, joined, left and removed", async () => {
  const name = `${prefix}-net`;
  const body = { Name: name, Driver: "bridge", IPAM: { Config: [{ Subnet: subnet(1) }] }, Labels: { a: "b" } };
  const { Id } = await engine.networks.create(body);
  expect(await engine.networks.inspect(name)).toMatchObject({ Id, Name: name, Driver: "bridge", Labels: { a: "b" } });
  await expect(engine.networks.create(body)).rejects.toMatchObject({ code: "name-taken" });
  await expect(engine.networks.create({ ...body, Name: `${name}-2` })).rejects.toMatchObject({ code: "address-taken" });

  const container = `${prefix}-joining`;
  await engine.containers.create(container, {
    ...onHost(image, waiting),
    HostConfig: { Binds: ["/usr:/usr:ro"], NetworkMode: name },
  });
  await engine.containers.start(container);
  expect(Object.values((await engine.networks.inspect(name)).Containers ?? {})).toMatchObject([{ Name: container }]);
  await expect(engine.networks.remove(name)).rejects.toMatchObject({
    code: "in-use",
    object: { kind: "network", name },
  });
  await engine.networks.disconnect(name, container, { force: true });
  await engine.networks.connect(name, container, { Aliases: ["alias"] });
  const { Networks } = (await engine.containers.inspect(container)).NetworkSettings;
  expect(Networks?.[name]?.Aliases).toContain("alias");
  await expect(engine.networks.connect(name, `${prefix}-nobody`)).rejects.toMatchObject({ code: "dependency-absent" });
  await engine.containers.remove(container, { force: true });

  expect(await engine.networks.list({ filters: { name } })).toMatchObject([{ Id }]);
  expect(await engine.networks.tryRemove(name)).toBe(true);
  expect(await engine.networks.tryRemove(name)).toBe(false);
  expect(await engine.networks.tryInspect(name)).toBeUndefined();
});

test("a volume is made, is the same when it is made again, and not removed while it is used", async () => {
  const name = `${prefix}-vol`;
  const made = await engine.volumes.create({ Name: name, Labels: { a: "b" } });
  expect(await engine.volumes.create({ Name: name })).toEqual(made);
  expect(await engine.volumes.inspect(name)).toMatchObject({ Name: name, Driver: "local", Labels: { a: "b" } });
  expect(await engine.volumes.list({ filters: { label: ["a=b"], name } })).toMatchObject([{ Name: name }]);
  expect(await engine.volumes.list({ filters: { name: `${name}-nobody` } })).toEqual([]);

  const container = `${prefix}-using`;
  await engine.containers.create(container, onHost(image, waiting, { HostConfig: { Binds: [`${name}:/data`] } }));
  await expect(engine.volumes.remove(name)).rejects.toMatchObject({ code: "in-use" });
  await engine.containers.remove(container);
  expect(await engine.volumes.tryRemove(name)).toBe(true);
  expect(await engine.volumes.tryRemove(name)).toBe(false);
});

test("an image is inspected, tagged, saved, loaded, untagged; in use it stays", async () => {
  const { Id } = await engine.images.inspect(image);
  await engine.images.tag(image, { repo: prefix, tag: "second" });
  expect((await engine.images.inspect(`${prefix}:second`)).Id).toBe(Id);
  expect(await engine.images.history(image)).toMatchObject([{ Id }]);
  expect(await engine.images.list({ filters: { reference: `${prefix}:second` } })).toMatchObject([{ Id }]);

  const archive = Buffer.from(
    await text((await engine.images.save([`${prefix}:second`])).setEncoding("latin1")),
    "latin1",
  );
  expect(await engine.images.remove(`${prefix}:second`)).toEqual([{ Untagged: `${prefix}:second` }]);
  const progress: string[] = [];
  await engine.images.load(archive, { onProgress: ({ stream = "" }) => progress.push(stream) });
  expect(progress.join("")).toContain(`Loaded image: ${prefix}:second`);

  const container = `${prefix}-image-user`;
  await engine.containers.create(container, onHost(`${prefix}:second`, waiting));
  await expect(engine.images.remove(`${prefix}:second`)).resolves.toBeDefined();
  await expect(engine.images.remove(image)).rejects.toMatchObject({ code: "in-use" });
  await engine.containers.remove(container);
  expect(await engine.images.tryRemove(`${prefix}:second`)).toBe(false);
  expect(await engine.images.tryInspect(`${prefix}:second`)).toBeUndefined();
});

describe("a build", () => {
  const context = (dockerfile: string) => {
    const files = pack();
    files.entry({ name: "Dockerfile" }, dockerfile);
    files.entry({ name: "content" }, randomBytes(3_000_000));
    files.finalize();
    return files;
  };

  test("tells its progress, and makes an image", async () => {
    const query = { t: `${prefix}:built`, labels: JSON.stringify({ a: "b" }), rm: true };
    const said: string[] = [];
    for await (const { stream = "" } of await engine.build({
      query,
      context: context("FROM scratch\nCOPY content /\n"),
    }))
      said.push(stream);
    expect(said.join("")).toMatch(/Step 1\/.*FROM scratch[\s\S]*Successfully tagged/);
    expect((await engine.images.inspect(`${prefix}:built`)).Config?.Labels).toEqual({ a: "b" });
  });

  test.each([
    {
      name: "instruction that is none",
      dockerfile: "FROM scratch\nCPOY content /\n",
      words: /unknown instruction: CPOY/,
    },
    { name: "file that is not there", dockerfile: "FROM scratch\nCOPY nothing /\n", words: /nothing/ },
  ])("with an $name fails with the engine's words", async ({ dockerfile, words }) => {
    const run = async () => {
      for await (const _ of await engine.build({ query: { rm: true }, context: context(dockerfile) }));
    };
    await expect(run()).rejects.toMatchObject({ engineMessage: expect.stringMatching(words), call: "POST /build" });
  });

  test("has its session: the engine speaks HTTP/2 to us on the connection that was its API's", async () => {
    const id = randomBytes(12).toString("hex");
    const headers = { Upgrade: "h2c", "X-Docker-Expose-Session-Uuid": id, "X-Docker-Expose-Session-Name": prefix };
    const connection = await engine.hijack({ method: "POST", path: "/session", headers });
    for await (const chunk of connection) {
      expect(String(chunk)).toMatch(/^PRI \* HTTP\/2\.0/);
      break;
    }
  });
});

describe("a command in a container", () => {
  const name = `${prefix}-exec`;

  beforeAll(async () => {
    await engine.containers.create(name, onHost(image, waiting));
    await engine.containers.start(name);
  });

  test("gives its output and exit code", async () => {
    const cmd = ["sh", "-c", "echo $GREETING from $(pwd); id -u >&2; exit 3"];
    const options = { cmd, env: ["GREETING=hello"], user: "65534", workingDir: "/tmp" };
    expect(await engine.exec.run(name, options)).toEqual({
      stdout: "hello from /tmp\n",
      stderr: "65534\n",
      output: expect.stringContaining("hello"),
      exitCode: 3,
    });
  });

  test("reads what it is given to its end", async () => {
    const bytes = randomBytes(2_000_000).toString("base64");
    const { stdout } = await engine.exec.run(name, { cmd: ["cat"], stdin: bytes });
    expect(stdout === bytes).toBe(true);
  });

  test("that does not read all of it is no error", async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(65_536, "x");
    }
    for (let run = 0; run < 5; run++) {
      const cmd = ["sh", "-c", "head -c 3; echo; exit 4"];
      expect(await engine.exec.run(name, { cmd, stdin: endless() })).toMatchObject({ stdout: "xxx\n", exitCode: 4 });
    }
  });

  test("with a terminal has one", async () => {
    const cmd = ["sh", "-c", "test -t 0 && echo terminal"];
    expect(await engine.exec.run(name, { cmd, tty: true })).toMatchObject({ output: "terminal\r\n", exitCode: 0 });
  });

  test("without input finds it closed", async () => {
    expect(await engine.exec.run(name, { cmd: ["cat"] })).toMatchObject({ output: "", exitCode: 0 });
  });

  test("that is no program is an error, or the exit code 126 or 127, as the engine has it", async () => {
    const told = await engine.exec.run(name, { cmd: ["no-such-program"] }).catch((error: EngineError) => error);
    if (told instanceof EngineError) expect(told.code).toBe("command-not-found");
    else expect([126, 127]).toContain(told.exitCode);
  });

  test("twenty at once do not mix", async () => {
    const runs = Array.from({ length: 20 }, (_, index) =>
      engine.exec.run(name, { cmd: ["sh", "-c", `echo ${index}; exit ${index}`] }),
    );
    const results = await Promise.all(runs);
    expect(results.map(({ stdout, exitCode }) => [stdout, exitCode])).toEqual(
      results.map((_, index) => [`${index}\n`, index]),
    );
  });

  test("that takes too long is given up", async () => {
    const signal = AbortSignal.timeout(100);
    await expect(engine.exec.run(name, { cmd: ["sleep", "1000"], signal })).rejects.toMatchObject({ code: "timeout" });
  });

  test("in no container is an error", async () => {
    const failure = engine.exec.run(`${prefix}-nobody`, { cmd: ["true"] });
    await expect(failure).rejects.toMatchObject({ code: "not-found", object: { kind: "container" } });
  });
});

describe("what happens", () => {
  test("is told as it happens, and from the past", async () => {
    const name = `${prefix}-events`;
    const before = new Date(Date.now() - 1000);
    const filters = { type: "container", container: name };
    const watching = await engine.system.events({ filters });
    await engine.containers.create(name, onHost(image, ["true"]));
    const { exit } = await engine.containers.expectExit(name);
    await engine.containers.start(name);
    await exit;
    const live: string[] = [];
    for await (const { Action } of watching) if (live.push(Action) && Action === "die") break;
    expect(live).toEqual(["create", "start", "die"]);
    const past: string[] = [];
    // The engine's times are finer than a Date: what happened in this millisecond comes after its beginning.
    const until = new Date(Date.now() + 1);
    for await (const { Action } of await engine.system.events({ filters, since: before, until })) past.push(Action);
    expect(past).toEqual(live);
  });

  test("is waited for", async () => {
    const name = `${prefix}-until`;
    const found = engine.until({ filters: { type: "container", event: "create" } }, () =>
      engine.containers.tryInspect(name),
    );
    const { Id } = await engine.containers.create(name, onHost(image, ["true"]));
    expect((await found).Id).toBe(Id);
  });

  const second = 1_000_000_000;
  const probe = (command: string, retries = 3) => ({
    Test: ["CMD-SHELL", command],
    Interval: second / 10,
    Timeout: 10 * second,
    Retries: retries,
  });

  test("health is waited for, until a container is well", async () => {
    const name = `${prefix}-healthy`;
    await engine.containers.create(name, onHost(image, waiting, { Healthcheck: probe("test -e /tmp/well", 1000) }));
    await engine.containers.start(name);
    const well = engine.untilHealthy(name);
    await engine.exec.run(name, { cmd: ["touch", "/tmp/well"] });
    expect((await well).State.Health?.Status).toBe("healthy");
  });

  test.each([
    {
      name: "unhealthy",
      body: { Healthcheck: probe("echo not well; exit 1", 2) },
      code: "unhealthy",
      words: "not well",
    },
    {
      name: "ended",
      cmd: ["sh", "-c", "sleep 0.3; exit 9"],
      body: { Healthcheck: probe("exit 1", 1000) },
      code: "container-stopped",
    },
    { name: "uncheckable", body: {}, code: "bad-request" },
  ])("health is not waited for in a container that is $name", async ({ name, cmd = waiting, body, code, words }) => {
    const container = `${prefix}-${name}`;
    await engine.containers.create(container, onHost(image, cmd, body));
    await engine.containers.start(container);
    await expect(engine.untilHealthy(container)).rejects.toMatchObject({ code, engineMessage: words });
  });
});

/** A subnet that no other run uses at once. */
function subnet(part: number): string {
  const [second = 0, third = 0] = randomBytes(2);
  return `10.${200 + (second % 50)}.${third}.${part * 16}/28`;
}
