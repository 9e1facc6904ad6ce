import { buffer } from "node:stream/consumers";
import { extract, pack } from "tar-stream";
import { demultiplex, type Engine } from "../../../engine";
import { collectOutput } from "../../../engine/output";
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

const shell = (script: string) => onHost(image, ["sh", "-c", script]);

describe("a container", () => {
  const name = `${prefix}-life`;

  test("is made, once under one name", async () => {
    const { Id } = await engine.containers.create(name, onHost(image, waiting, { Labels: { part: "engine" } }));
    expect(await engine.containers.inspect(name)).toMatchObject({ Id, Name: `/${name}`, State: { Status: "created" } });
    await expect(engine.containers.create(name, shell("true"))).rejects.toMatchObject({
      code: "name-taken",
      status: 409,
    });
  });

  test("is listed, by its labels too", async () => {
    const filters = { name, label: ["part=engine"] };
    expect(await engine.containers.list({ all: true, filters })).toMatchObject([
      { Names: [`/${name}`], State: "created" },
    ]);
    expect(await engine.containers.list({ filters })).toEqual([]);
  });

  test("starts once, pauses, stops once, restarts", async () => {
    expect(await engine.containers.start(name)).toBe(true);
    expect(await engine.containers.start(name)).toBe(false);
    await engine.containers.pause(name);
    await expect(engine.exec.run(name, { cmd: ["true"] })).rejects.toMatchObject({ code: "container-stopped" });
    await engine.containers.unpause(name);
    expect(await engine.containers.stop(name, { timeout: 0 })).toBe(true);
    expect(await engine.containers.stop(name, { timeout: 0 })).toBe(false);
    await expect(engine.exec.run(name, { cmd: ["true"] })).rejects.toMatchObject({ code: "container-stopped" });
    await engine.containers.restart(name, { timeout: 0 });
    expect((await engine.containers.inspect(name)).State.Running).toBe(true);
  });

  test("tells its processes and what it changed in its files", async () => {
    await engine.exec.run(name, { cmd: ["touch", "/tmp/new"] });
    expect((await engine.containers.top(name)).Processes?.flat()).toContain("sleep infinity");
    expect(await engine.containers.changes(name)).toContainEqual({ Path: "/tmp/new", Kind: 1 });
  });

  test("is updated and renamed", async () => {
    await engine.containers.update(name, { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 } });
    await engine.containers.rename(name, `${name}-2`);
    const { HostConfig } = await engine.containers.inspect(`${name}-2`);
    expect(HostConfig.RestartPolicy).toEqual({ Name: "on-failure", MaximumRetryCount: 2 });
    await engine.containers.rename(`${name}-2`, name);
  });

  test("is killed with a signal, and waited for", async () => {
    const exit = engine.containers.wait(name);
    await engine.containers.kill(name, "SIGKILL");
    expect(await exit).toEqual({ exitCode: 137, error: undefined });
    await expect(engine.containers.kill(name)).rejects.toMatchObject({ code: "container-stopped" });
  });

  test("is removed: not while it runs, unless by force, and only once", async () => {
    await engine.containers.start(name);
    await expect(engine.containers.remove(name)).rejects.toMatchObject({ code: "in-use" });
    expect(await engine.containers.tryRemove(name, { force: true })).toBe(true);
    expect(await engine.containers.tryRemove(name, { force: true })).toBe(false);
    await expect(engine.containers.remove(name)).rejects.toMatchObject({ code: "not-found" });
    expect(await engine.containers.tryInspect(name)).toBeUndefined();
  });
});

describe("an exit", () => {
  test("that is expected before the start is not missed, however short the run", async () => {
    const name = `${prefix}-short`;
    await engine.containers.create(name, shell("exit 7"));
    for (let run = 0; run < 5; run++) {
      const { exit } = await engine.containers.expectExit(name);
      await engine.containers.start(name);
      expect((await exit).exitCode).toBe(7);
    }
  });

  test("of a container that removes itself is known all the same", async () => {
    const name = `${prefix}-auto`;
    const body = shell("exit 5");
    await engine.containers.create(name, { ...body, HostConfig: { ...body.HostConfig, AutoRemove: true } });
    const { exit } = await engine.containers.expectExit(name, { condition: "removed" });
    await engine.containers.start(name);
    expect((await exit).exitCode).toBe(5);
    expect(await engine.containers.tryInspect(name)).toBeUndefined();
  });

  test("that does not come is given up with its signal", async () => {
    const name = `${prefix}-long`;
    await engine.containers.create(name, onHost(image, waiting));
    await engine.containers.start(name);
    const signal = AbortSignal.timeout(50);
    await expect(engine.containers.wait(name, { signal })).rejects.toMatchObject({ code: "timeout" });
  });
});

describe("a start that fails says why", () => {
  test.each([
    { name: "program", body: () => onHost(image, ["no-such-program"]), code: "command-not-found" },
    {
      name: "mount",
      body: () =>
        onHost(image, waiting, { HostConfig: { Mounts: [{ Type: "bind", Source: "/no/such/file", Target: "/x" }] } }),
      code: "bad-request",
    },
    { name: "image", body: () => ({ ...shell("true"), Image: `${prefix}:none` }), code: "dependency-absent" },
    {
      name: "network",
      body: () => onHost(image, waiting, { HostConfig: { NetworkMode: `${prefix}-none` } }),
      code: "dependency-absent",
    },
  ])("no such $name: $code", async ({ name, body, code }) => {
    const container = `${prefix}-failing-${name}`;
    const run = async () => {
      await engine.containers.create(container, body());
      await engine.containers.start(container);
    };
    await expect(run()).rejects.toMatchObject({ code, object: { kind: "container", name: container } });
  });
});

describe("logs", () => {
  const script = "echo out one; echo err >&2; printf 'ñandú 🐳'";

  async function finished(name: string, tty: boolean, command = script): Promise<string> {
    await engine.containers.create(name, { ...shell(command), Tty: tty });
    const { exit } = await engine.containers.expectExit(name);
    await engine.containers.start(name);
    await exit;
    return name;
  }

  test("keep the streams apart", async () => {
    const name = await finished(`${prefix}-log`, false);
    const output = await engine.containers.logs(name);
    expect(output).toMatchObject({ stdout: "out one\nñandú 🐳", stderr: "err\n" });
    expect(output.output).toHaveLength("out one\nerr\nñandú 🐳".length);
    expect(await engine.containers.logs(name, { stdout: false })).toMatchObject({ stdout: "", output: "err\n" });
    expect((await engine.containers.logs(name, { stderr: false, tail: 1 })).output).toBe("ñandú 🐳");
    expect((await engine.containers.logs(name, { timestamps: true })).stderr).toMatch(/^\d{4}-\d\d-\d\dT\S+Z err\n$/);
    expect((await engine.containers.logs(name, { since: new Date(Date.now() + 60_000) })).output).toBe("");
    expect((await engine.containers.logs(name, { until: new Date(0) })).output).toBe("");
  });

  test("of a terminal are one stream, as it was shown", async () => {
    const name = await finished(`${prefix}-log-tty`, true);
    expect((await engine.containers.logs(name)).output).toBe("out one\r\nerr\r\nñandú 🐳");
  });

  test("of megabytes come whole", async () => {
    const name = await finished(`${prefix}-log-large`, false, "seq 200000; seq 3 >&2");
    const { stdout, stderr } = await engine.containers.logs(name);
    expect(stdout).toBe(`${Array.from({ length: 200_000 }, (_, index) => index + 1).join("\n")}\n`);
    expect(stderr).toBe("1\n2\n3\n");
  });

  test("are followed while they come, until the container ends", async () => {
    const name = `${prefix}-follow`;
    await engine.containers.create(name, { ...shell("echo ready; read -r line; echo got $line"), OpenStdin: true });
    const stdin = await engine.containers.attach(name, { stdin: true, stdout: false, stderr: false });
    await engine.containers.start(name);
    const pieces: string[] = [];
    for await (const { data } of await engine.containers.followLogs(name)) {
      pieces.push(data.toString());
      if (pieces.length === 1) stdin.write("word\n");
    }
    stdin.destroy();
    expect(pieces).toEqual(["ready\n", "got word\n"]);
  });

  test("are followed no longer than wanted", async () => {
    const name = `${prefix}-follow-short`;
    await engine.containers.create(name, shell("echo ready; sleep infinity"));
    await engine.containers.start(name);
    for await (const { data } of await engine.containers.followLogs(name)) {
      expect(data.toString()).toBe("ready\n");
      break;
    }
    const abort = new AbortController();
    const following = await engine.containers.followLogs(name, { signal: abort.signal });
    abort.abort();
    await expect(collectOutput(following)).rejects.toMatchObject({ code: "aborted" });
  });
});

test("attached from before the start, a container is spoken with until its input ends", async () => {
  const name = `${prefix}-attach`;
  await engine.containers.create(name, { ...shell("cat; echo over >&2"), OpenStdin: true, StdinOnce: true });
  const connection = await engine.containers.attach(name, { stdin: true });
  const output = collectOutput(demultiplex(connection));
  await engine.containers.start(name);
  connection.end("spoken");
  expect(await output).toMatchObject({ stdout: "spoken", stderr: "over\n" });
});

describe("files", () => {
  const name = `${prefix}-files`;
  beforeAll(async () => {
    await engine.containers.create(name, onHost(image, waiting));
    await engine.containers.start(name);
  });

  test("go in and come out as they were", async () => {
    const content = Buffer.alloc(3_000_000, "content ");
    const files = pack();
    files.entry({ name: "deep/file", mode: 0o640, uid: 7 }, content);
    files.finalize();
    await engine.containers.putArchive(name, "/tmp", files, { copyUIDGID: true });
    const unpacked: object[] = [];
    for await (const entry of (await engine.containers.getArchive(name, "/tmp/deep/file")).pipe(extract())) {
      const { mode = 0, ...header } = entry.header;
      unpacked.push({
        name: header.name,
        mode: mode & 0o7777,
        uid: header.uid,
        same: content.equals(await buffer(entry)),
      });
    }
    expect(unpacked).toEqual([{ name: "file", mode: 0o640, uid: 7, same: true }]);
  });

  test.each([
    { name: "container", container: `${prefix}-nobody`, path: "/tmp", code: "not-found" },
    { name: "directory", container: name, path: "/no/such/directory", code: "not-found" },
  ])("that go to no $name are refused, however many they are", async ({ container, path, code }) => {
    async function* endless() {
      for (;;) yield Buffer.alloc(65_536);
    }
    await expect(engine.containers.putArchive(container, path, endless())).rejects.toMatchObject({ code });
  });

  test("that are not there are not found", async () => {
    await expect(engine.containers.getArchive(name, "/no/such/file")).rejects.toMatchObject({ code: "not-found" });
  });

  test("become an image, with changes", async () => {
    await engine.exec.run(name, { cmd: ["touch", "/tmp/committed"] });
    const id = await engine.commit({
      container: name,
      repo: prefix,
      tag: "made",
      comment: "why",
      changes: ["ENV A=b"],
    });
    const found = await engine.images.inspect(`${prefix}:made`);
    expect(found).toMatchObject({ Id: id, Comment: "why" });
    expect(found.Config?.Env).toContain("A=b");
    const nameless = await engine.commit({ container: name });
    expect((await engine.images.inspect(nameless)).RepoTags).toEqual([]);
    await engine.images.remove(nameless);
  });
});
