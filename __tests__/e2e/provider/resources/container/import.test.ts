import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const unchanged = { changed: [], replace: [] };

/** Everything that can be told of a container. */
const everything = (): ObjectValue => ({
  command: ["sleep", "600"],
  env: ["A=1", "B=2"],
  labels: [{ label: "a", value: "1" }],
  ...{
    user: "0",
    working_dir: "/tmp",
    tty: true,
    stdin_open: true,
    init: true,
    stop_signal: "SIGINT",
    stop_timeout: 3,
  },
  ...{ hostname: "node", domainname: "lab", dns: ["10.1.1.1"], host: [{ host: "db", ip: "10.9.8.7" }] },
  healthcheck: [{ test: ["CMD", "true"], interval: "1m30s", retries: 2 }],
  ports: [{ internal: 80, external: 0 }].map(({ internal }) => ({ internal })),
  volumes: [
    { volume_name: `${scene.prefix}-v`, container_path: "/v", read_only: true },
    { host_path: "/tmp", container_path: "/h" },
    { container_path: "/anonymous" },
  ],
  mounts: [{ type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 1048576 }] }],
  tmpfs: { "/run": "size=1m" },
  capabilities: [{ add: ["NET_ADMIN"], drop: ["MKNOD"] }],
  security_opts: ["no-new-privileges", "systempaths=unconfined"],
  sysctls: { "net.core.somaxconn": "128" },
  ...{ memory: 64, memory_swap: 96, shm_size: 16, cpu_shares: 512, cpu_set: "0", cpus: "0.5", pids_limit: 50 },
  ulimit: [{ name: "nofile", soft: 100, hard: 200 }],
  devices: [{ host_path: "/dev/null", container_path: "/dev/nothing", permissions: "r" }],
  ...{ restart: "on-failure", max_retry_count: 2, read_only: true, group_add: ["1"] },
  log_opts: { "max-size": "1m" },
});

test.each(["id", "name"])("a container that is imported by its %s needs no change", async (by) => {
  const { config, state } = await scene.makes(everything());
  const { state: imported, errors } = await scene.imported(container, String(state[by]));
  expect(errors).toEqual([]);
  expect(imported!["id"]).toBe(state["id"]);
  expect(await scene.plan(container, config, imported!)).toEqual(unchanged);
});

test("one that somebody ran by hand needs no change either, whatever its image adds", async () => {
  const name = `${scene.prefix}-by-hand`;
  const { Id } = await scene.engine.containers.create(name, {
    Image: `${scene.image}:latest`,
    HostConfig: { NetworkMode: "default" },
  });
  await scene.engine.containers.start(Id!);
  const { state } = await scene.imported(container, name);
  expect(state).toMatchObject({
    env: [],
    labels: [],
    volumes: [],
    healthcheck: [],
    must_run: true,
    network_mode: "bridge",
  });
  expect(await scene.plan(container, { name, image: scene.image }, state!)).toEqual(unchanged);
});

test("one that has stopped is started by the first apply", async () => {
  const { config, state } = await scene.makes();
  await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
  const { state: imported } = await scene.imported(container, String(state["name"]));
  const { state: started, errors, warnings } = await scene.apply(container, config, imported);
  expect([errors, warnings]).toEqual([[], []]);
  expect(started).toMatchObject({ id: state["id"] });
  expect((await scene.inspect(started!)).State.Running).toBe(true);
});

test("one that does not exist cannot be imported, and is named", async () => {
  const name = `${scene.prefix}-no-such`;
  const { errors } = await scene.imported(container, name);
  expect(errors).toMatchObject([
    { summary: expect.stringContaining(`there is no container "${name}" to import on unix://`) },
  ]);
});

describe("the image of a container", () => {
  test("may be written by any of its names, or by its id, without a change", async () => {
    const { config, state } = await scene.makes();
    const id = await scene.imageId(scene.image);
    await scene.engine.images.tag(scene.image, { repo: scene.name("other"), tag: "1" });
    const short = id.replace("sha256:", "").slice(0, 12);
    for (const image of [
      `${scene.image}:latest`,
      `docker.io/${scene.image}`,
      id,
      id.replace("sha256:", ""),
      short,
      scene.name("other:1"),
    ])
      expect({ image, ...(await scene.plan(container, { ...config, image }, state)) }).toEqual({ image, ...unchanged });
  });

  test("that is another one replaces the container, under the same name too", async () => {
    await scene.load(scene.name("moving"), "one", { Cmd: ["sleep", "600"] });
    const { config, state } = await scene.makes({ image: scene.name("moving") });
    const before = await scene.imageId(scene.name("moving"));
    const after = await scene.load(scene.name("moving"), "two", { Cmd: ["sleep", "600"] });
    expect((await scene.plan(container, { ...config, image: after }, state)).replace).toEqual([["image"]]);
    expect(await scene.plan(container, { ...config, image: before }, state)).toEqual(unchanged);
  });

  test("by its id is the one that the container is of, although the engine has it no more", async () => {
    const id = await scene.load(scene.name("gone"), "gone", { Cmd: ["true"] });
    const { config, state } = await scene.makes({ image: scene.name("gone"), start: false, must_run: false });
    await scene.engine.images.remove(id, { force: true });
    for (const image of [id, id.replace("sha256:", "")])
      expect(await scene.plan(container, { ...config, image }, state)).toEqual(unchanged);
  });

  test("by its id in state, as the community provider writes it, is the name in the configuration", async () => {
    const { config, state } = await scene.makes();
    const theirs = { ...state, image: await scene.imageId(scene.image) };
    const { state: read } = await scene.read(container, theirs);
    expect(read!["image"]).toBe(theirs.image);
    expect(await scene.plan(container, config, read!)).toEqual(unchanged);
  });
});
