import { pack } from "tar-stream";
import { Engine, Engines } from "../../../engine";
import { makeHostImage, newPrefix, onHost, openEngine, removeNamed, waiting } from "./host-image";
import { createInnerEngine, startInnerEngine } from "./inner-engine";

const prefix = newPrefix();
const [node1, node2] = [`${prefix}-node1`, `${prefix}-node2`];
let outer: Engine;
let image: string;
let inner: Engine;

beforeAll(async () => {
  outer = openEngine();
  image = await makeHostImage(outer, prefix);
  await Promise.all([createInnerEngine(outer, node1, image), createInnerEngine(outer, node2, image)]);
  await startInnerEngine(outer, node1);
  inner = Engine.at(`container://${node1}`, { via: outer });
}, 60_000);

afterAll(async () => {
  inner.close();
  await removeNamed(outer, prefix);
  outer.close();
});

/** The processes in the container that carry connections. */
async function carriers(): Promise<number> {
  const { stdout } = await outer.exec.run(node1, { cmd: ["ps", "-eo", "args"] });
  return stdout.split("\n").filter((line) => line.includes("dial-stdio")).length;
}

test("another engine answers than the one outside", async () => {
  expect((await inner.system.info()).ID).not.toBe((await outer.system.info()).ID);
  expect(await inner.containers.list({ all: true })).toEqual([]);
});

test("calls one after the other share a connection", async () => {
  for (let call = 0; call < 10; call++) await inner.system.ping();
  expect(await carriers()).toBe(1);
});

test("calls at once each have one, and leave no process behind when the engine is closed", async () => {
  const other = Engine.at(`container://${node1}`, { via: outer });
  const before = await carriers();
  await Promise.all(Array.from({ length: 5 }, () => other.system.info()));
  expect(await carriers()).toBeGreaterThan(before);
  other.close();
  await outer.until({ filters: { type: "container", event: "exec_die" } }, async () =>
    (await carriers()) === before ? true : undefined,
  );
});

test("an image goes in, containers run and are spoken with, as on any engine", async () => {
  const files = pack();
  for (const name of ["bin", "lib", "lib64"]) files.entry({ name, type: "symlink", linkname: `usr/${name}` });
  files.finalize();
  await inner.images.import(files, { repo: "inner", tag: "1", changes: ["ENV PATH=/usr/bin"] });
  const body = { Image: "inner:1", HostConfig: { NetworkMode: "none", Binds: ["/usr:/usr:ro"] } };
  await inner.containers.create("deep", {
    ...body,
    Cmd: ["sh", "-c", "cat; echo over >&2; exit 3"],
    OpenStdin: true,
    StdinOnce: true,
  });
  const connection = await inner.containers.attach("deep", { stdin: true });
  const { exit } = await inner.containers.expectExit("deep");
  await inner.containers.start("deep");
  connection.end("from far outside");
  expect((await exit).exitCode).toBe(3);
  expect(await inner.containers.logs("deep")).toMatchObject({ stdout: "from far outside", stderr: "over\n" });
});

test("megabytes go both ways as they are", async () => {
  const [name, size] = ["bulk", 30_000_000];
  const body = { Image: "inner:1", Cmd: [...waiting], HostConfig: { NetworkMode: "none", Binds: ["/usr:/usr:ro"] } };
  await inner.containers.create(name, body);
  await inner.containers.start(name);
  const { stdout } = await inner.exec.run(name, { cmd: ["wc", "-c"], stdin: Buffer.alloc(size) });
  expect(stdout.trim()).toBe(String(size));
  const back = await inner.exec.run(name, { cmd: ["head", "-c", String(size), "/dev/zero"] });
  expect(back.stdout).toHaveLength(size);
  await inner.containers.remove(name, { force: true });
}, 30_000);

test("a call that is given up leaves the others as they are", async () => {
  const signal = AbortSignal.timeout(100);
  const events = await inner.system.events({ signal });
  const reading = (async () => {
    for await (const _ of events);
  })();
  await expect(reading).rejects.toMatchObject({ code: "timeout", address: `container://${node1}` });
  await inner.system.ping();
});

test("an engine in a container that another engine reaches by a container is reached too", async () => {
  const engines = new Engines({ url: outer.url });
  const url = `container://deeper?via=container://${node1}`;
  await expect(engines.at(url).system.ping()).rejects.toMatchObject({
    code: "container-absent",
    what: expect.stringContaining(`no container "deeper" on container://${node1}`),
  });
  engines.close();
});

describe("what keeps it from answering is told apart", () => {
  const rows = [
    { name: "absent", code: "container-absent", says: /there is no container/, remedy: /Make the container/ },
    { name: "never started", code: "container-stopped", says: /is created/, remedy: /docker start/ },
    { name: "stopped", code: "container-stopped", says: /is exited/, remedy: /docker start/ },
    { name: "paused", code: "container-stopped", says: /is paused/, remedy: /docker unpause/ },
    {
      name: "without an engine",
      code: "refused",
      says: /engine behind the container .* does not run/,
      remedy: /Start the engine/,
    },
    { name: "without docker", code: "docker-cli-missing", says: /no `docker` program/, remedy: /Install/ },
  ];

  const prepare: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
    absent: async () => {},
    "never started": (name) => outer.containers.create(name, onHost(image, waiting)),
    stopped: async (name) => {
      await outer.containers.create(name, onHost(image, ["true"]));
      const { exit } = await outer.containers.expectExit(name);
      await outer.containers.start(name);
      await exit;
    },
    paused: async (name) => {
      await outer.containers.create(name, onHost(image, waiting));
      await outer.containers.start(name);
      await outer.containers.pause(name);
    },
    "without an engine": async (name) => {
      await outer.containers.create(name, onHost(image, waiting));
      await outer.containers.start(name);
    },
    "without docker": async (name) => {
      await outer.containers.create(
        name,
        onHost(image, ["/usr/bin/sleep", "infinity"], { Env: ["PATH=/nonexistent"] }),
      );
      await outer.containers.start(name);
    },
  };

  test.each(rows)("a container that is $name: $code", async ({ name, code, says, remedy }) => {
    const container = `${prefix}-${name.replaceAll(" ", "-")}`;
    await prepare[name]?.(container);
    const engine = Engine.at(`container://${container}`, { via: outer });
    await expect(engine.system.ping()).rejects.toMatchObject({
      code,
      what: expect.stringMatching(says),
      remedy: expect.stringMatching(remedy),
      address: `container://${container}`,
    });
    engine.close();
  });
});

test("of several containers the first that answers is used, and another when it stops", async () => {
  const engine = Engine.at(`container://${prefix}-nobody,${node2},${node1}`, { via: outer });
  const innerId = (await inner.system.info()).ID;
  expect((await engine.system.info()).ID).toBe(innerId);
  await startInnerEngine(outer, node2);
  expect((await engine.system.info()).ID).toBe(innerId);
  await outer.containers.stop(node1, { timeout: 0 });
  expect((await engine.system.info()).ID).not.toBe(innerId);
  await expect(inner.system.info()).rejects.toMatchObject({ code: "container-stopped" });
  engine.close();
}, 30_000);

test("a container that is started again is connected again", async () => {
  await startInnerEngine(outer, node1);
  await inner.system.ping();
}, 30_000);

test("an engine that dies under a call is an error, and the next call is another matter", async () => {
  const watching = await inner.system.events();
  const reading = (async () => {
    for await (const _ of watching);
  })();
  await outer.containers.kill(node1, "SIGKILL");
  await reading.then(
    () => {
      throw new Error("the report ended as if all were well");
    },
    (error) => expect(error.code).toBe("connection-lost"),
  );
  await expect(inner.system.info()).rejects.toMatchObject({ code: "container-stopped" });
});
