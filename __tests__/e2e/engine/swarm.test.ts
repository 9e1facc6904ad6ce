import { setTimeout } from "node:timers/promises";
import { pack } from "tar-stream";
import { Engine, type Task } from "../../../engine";
import { makeHostImage, newPrefix, openEngine, removeNamed } from "./host-image";
import { createInnerEngine, startInnerEngine } from "./inner-engine";

const prefix = newPrefix();
const node = `${prefix}-node`;
let outer: Engine;
let engine: Engine;

beforeAll(async () => {
  outer = openEngine();
  await createInnerEngine(outer, node, await makeHostImage(outer, prefix));
  await startInnerEngine(outer, node);
  engine = Engine.at(`container://${node}`, { via: outer });
}, 60_000);

afterAll(async () => {
  engine?.close();
  await removeNamed(outer, prefix);
  outer.close();
});

const data = (text: string) => Buffer.from(text).toString("base64");

test("an engine in no swarm says so", async () => {
  expect(await engine.swarm.tryInspect()).toBeUndefined();
  await expect(engine.swarm.inspect()).rejects.toMatchObject({ code: "not-a-swarm-manager", status: 503 });
  await expect(engine.services.list()).rejects.toMatchObject({ code: "not-a-swarm-manager" });
  await expect(engine.nodes.tryInspect("anything")).rejects.toMatchObject({ code: "not-a-swarm-manager" });
  await expect(engine.swarm.leave()).rejects.toMatchObject({ code: "not-a-swarm-manager" });
});

test("a swarm begins, once", async () => {
  const id = await engine.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  expect((await engine.nodes.list()).map(({ ID }) => ID)).toEqual([id]);
  await expect(engine.swarm.init({ ListenAddr: "127.0.0.1:2377" })).rejects.toMatchObject({ code: "already-in-swarm" });
  const join = { ListenAddr: "127.0.0.1:2378", RemoteAddrs: ["127.0.0.1:2377"], JoinToken: "SWMTKN-1-x" };
  await expect(engine.swarm.join(join)).rejects.toMatchObject({ code: "already-in-swarm" });
});

test("its tokens are told, and change when they are rotated", async () => {
  const before = await engine.swarm.inspect();
  expect(before.JoinTokens.Worker).toMatch(/^SWMTKN-1-/);
  await engine.swarm.update(before.Spec, { version: before.Version.Index ?? 0, rotateWorkerToken: true });
  const after = await engine.swarm.inspect();
  expect(after.JoinTokens.Worker).not.toBe(before.JoinTokens.Worker);
  expect(after.JoinTokens.Manager).toBe(before.JoinTokens.Manager);
  const stale = engine.swarm.update(before.Spec, { version: before.Version.Index ?? 0 });
  await expect(stale).rejects.toMatchObject({ code: "out-of-sequence" });
  expect(await engine.swarm.unlockKey()).toBe("");
});

test("a node is labelled, and not removed while it is up", async () => {
  const [found] = await engine.nodes.list({ filters: { role: "manager" } });
  const { ID, Version, Spec } = found!;
  await engine.nodes.update(ID, Version.Index ?? 0, { ...Spec, Labels: { place: "here" } });
  expect((await engine.nodes.inspect(ID)).Spec.Labels).toEqual({ place: "here" });
  await expect(engine.nodes.update(ID, Version.Index ?? 0, Spec)).rejects.toMatchObject({ code: "out-of-sequence" });
  expect(await engine.nodes.tryInspect("nobody")).toBeUndefined();
  await expect(engine.nodes.remove(ID)).rejects.toMatchObject({ status: 400 });
  expect(await engine.nodes.tryRemove("nobody")).toBe(false);
});

test.each(["secrets", "configs"] as const)("%s are made once under one name, relabelled, removed", async (kind) => {
  const group = engine[kind];
  const id = await group.create({ Name: "one", Data: data("content"), Labels: { a: "b" } });
  expect(await group.inspect(id)).toMatchObject({ ID: id, Spec: { Name: "one", Labels: { a: "b" } } });
  await expect(group.create({ Name: "one", Data: data("other") })).rejects.toMatchObject({ code: "name-taken" });
  const { Version, Spec } = await group.inspect("one");
  await group.update(id, Version.Index ?? 0, { ...Spec, Labels: { a: "c" } });
  expect((await group.list({ filters: { name: "one" } })).map((found) => found.Spec.Labels)).toEqual([{ a: "c" }]);
  expect(await group.tryRemove("one")).toBe(true);
  expect(await group.tryRemove("one")).toBe(false);
  expect(await group.tryInspect("one")).toBeUndefined();
});

test("a service is made once under one name, keeps its secret in use, is changed, seen in its tasks, and removed", async () => {
  const secret = await engine.secrets.create({ Name: "kept", Data: data("content") });
  const file = { Name: "kept", UID: "0", GID: "0", Mode: 0o444 };
  const spec = {
    Name: "web",
    TaskTemplate: {
      ContainerSpec: { Image: "no-such-image:1", Secrets: [{ SecretID: secret, SecretName: "kept", File: file }] },
    },
    Mode: { Replicated: { Replicas: 1 } },
  };
  const { ID } = await engine.services.create(spec);
  await expect(engine.services.create(spec)).rejects.toMatchObject({
    code: "name-taken",
    object: { kind: "service", name: "web" },
  });
  await expect(engine.secrets.remove("kept")).rejects.toMatchObject({ code: "in-use" });

  const { Version, Spec } = await engine.services.inspect("web");
  const twice = { ...Spec, Mode: { Replicated: { Replicas: 2 } } } as typeof spec;
  await engine.services.update(ID, twice, { version: Version.Index ?? 0 });
  await expect(engine.services.update(ID, twice, { version: Version.Index ?? 0 })).rejects.toMatchObject({
    code: "out-of-sequence",
  });
  const [listed] = await engine.services.list({ filters: { name: "web" }, status: true });
  expect(listed?.ServiceStatus?.DesiredTasks).toBe(2);
  const tasks = await engine.tasks.list({ filters: { service: "web" } });
  expect(tasks.every(({ ServiceID }) => ServiceID === ID)).toBe(true);

  expect(await engine.services.tryRemove("web")).toBe(true);
  expect(await engine.services.tryRemove("web")).toBe(false);
  expect(await engine.services.tryInspect("web")).toBeUndefined();
  expect(await engine.tasks.tryInspect("nobody")).toBeUndefined();
});

test("what a service and its tasks print is read, and followed", async () => {
  const files = pack();
  for (const name of ["bin", "lib", "lib64"]) files.entry({ name, type: "symlink", linkname: `usr/${name}` });
  files.finalize();
  await engine.images.import(files, { repo: "links", tag: "1", changes: ["ENV PATH=/usr/bin"] });
  const mount = { Type: "bind", Source: "/usr", Target: "/usr", ReadOnly: true } as const;
  const container = {
    Image: "links:1",
    Command: ["sh", "-c", "echo out; echo err >&2; sleep infinity"],
    Mounts: [mount],
  };
  const spec = { Name: "speaker", TaskTemplate: { ContainerSpec: container, Networks: [{ Target: "host" }] } };
  await engine.services.create(spec);
  const pieces: string[] = [];
  for await (const { stream, data } of await engine.services.followLogs("speaker")) {
    pieces.push(`${stream}: ${data}`);
    if (pieces.length === 2) break;
  }
  expect(pieces.sort()).toEqual(["stderr: err\n", "stdout: out\n"]);
  const task = await runningTask("speaker");
  expect(await engine.services.logs("speaker", { stderr: false })).toMatchObject({ output: "out\n" });
  expect(await engine.tasks.logs(task.ID)).toMatchObject({ stdout: "out\n", stderr: "err\n" });
  await engine.services.remove("speaker");
}, 30_000);

test("the last manager leaves by force alone", async () => {
  await expect(engine.swarm.leave()).rejects.toMatchObject({ status: 503 });
  await engine.swarm.leave({ force: true });
  expect(await engine.swarm.tryInspect()).toBeUndefined();
}, 60_000);

/** Swarms report no events of tasks. */
async function runningTask(service: string): Promise<Task> {
  for (;;) {
    const [task] = await engine.tasks.list({ filters: { service } });
    if (task?.Status.State === "running") return task;
    await setTimeout(20);
  }
}
