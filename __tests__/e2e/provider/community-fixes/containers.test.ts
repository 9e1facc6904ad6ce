import { container } from "../../../../provider/resources/container";
import { ContainerScene } from "../resources/container/scene";
import { fix } from "./fixes";

jest.setTimeout(120_000);

let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene?.close());

const settled = { changed: [], replace: [] };

test(fix(771), async () => {
  const { config, state } = await scene.makes({ cpus: "1.5" });
  expect((await scene.inspect(state)).HostConfig.NanoCpus).toBe(1_500_000_000);
  const { state: read } = await scene.read(container, state);
  expect(read!["cpus"]).toBe("1.5");
  expect(await scene.plan(container, config, read!)).toEqual(settled);
});

test(fix(796), async () => {
  const { config, state } = await scene.makes({ security_opts: ["systempaths=unconfined"] });
  const { SecurityOpt, MaskedPaths, ReadonlyPaths } = (await scene.inspect(state)).HostConfig;
  expect({ SecurityOpt: SecurityOpt ?? [], MaskedPaths, ReadonlyPaths }).toEqual({
    SecurityOpt: [],
    MaskedPaths: [],
    ReadonlyPaths: [],
  });
  const { state: read } = await scene.read(container, state);
  expect(await scene.plan(container, config, read!)).toEqual(settled);
});

test(fix(834), async () => {
  const { config, state } = await scene.makes({ healthcheck: [{ interval: "7s" }] });
  expect((await scene.inspect(state)).Config.Healthcheck).toMatchObject({ Interval: 7_000_000_000 });
  const { state: read } = await scene.read(container, state);
  expect(await scene.plan(container, config, read!)).toEqual(settled);
});

describe("stopped behind the provider's back", () => {
  test(fix(841), async () => {
    const { config, state } = await scene.makes();
    const { exit } = await scene.engine.containers.expectExit(String(state["id"]));
    await scene.engine.containers.kill(String(state["id"]), "SIGKILL");
    await exit;
    const { state: read } = await scene.read(container, state);
    expect((await scene.plan(container, config, read!)).replace).toEqual([]);
    expect(await scene.made(container, config, read!)).toMatchObject({ id: state["id"] });
    expect((await scene.inspect(state)).State).toMatchObject({ Running: true });
  });

  test(fix(842), async () => {
    const { config, state } = await scene.makes({ ports: [{ internal: 80 }, { internal: 443, ip: "127.0.0.1" }] });
    await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
    const { state: read } = await scene.read(container, state);
    expect((await scene.plan(container, config, read!)).replace).toEqual([]);
  });
});

test(fix(843), async () => {
  const { config, state } = await scene.makes({ devices: [{ host_path: "/dev/null" }] });
  const { state: read } = await scene.read(container, state);
  expect(await scene.plan(container, config, read!)).toEqual(settled);
});

test(fix(891), async () => {
  const { state } = await scene.makes();
  await scene.engine.containers.remove(String(state["id"]), { force: true });
  expect(await scene.destroy(container, state)).toEqual({ state: undefined, errors: [], warnings: [] });
});

test(fix(895), async () => {
  const device = { driver: "cdi", device_ids: ["vendor.example/device=one"] };
  const { config, state } = await scene.makes({ start: false, device_requests: [device] });
  const { state: read, errors } = await scene.read(container, state);
  expect(errors).toEqual([]);
  expect(await scene.plan(container, config, read!)).toEqual(settled);
});
