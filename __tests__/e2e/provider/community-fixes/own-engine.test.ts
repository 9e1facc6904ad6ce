import { writeTree } from "../../../../offline/build/archive";
import { imageOf, layerFrom } from "../../../../offline/build/image";
import { loadImage } from "../../../../offline/registry/container";
import { container } from "../../../../provider/resources/container";
import { service } from "../../../../provider/resources/service";
import type { ObjectValue } from "../../../../provider/schema";
import { OwnEngine } from "../../own-engine";
import { Scene } from "../resources/image/scene";
import { fix } from "./fixes";

// On an engine that gives log options to every container, and is a swarm of its own.
jest.setTimeout(120_000);

const image = "fixes/text:1";
const logOptions = { "max-size": "10m", "max-file": "3" };
let own: OwnEngine;
let scene: Scene;
beforeAll(async () => {
  own = await OwnEngine.prepare(JSON.stringify({ "log-driver": "json-file", "log-opts": logOptions }));
  await own.start();
  const layer = await layerFrom(own.folder, (tar) => writeTree({ "/text": { text: "fixes" } }, tar));
  await loadImage(own.engine, image, imageOf([layer], { Cmd: ["/text"] }, "fixes"));
  await own.engine.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  scene = new (class extends Scene {
    override readonly engine = own.engine;
  })();
});
afterAll(async () => {
  await scene?.close();
  await own?.remove();
}, 60_000);

const settled = { changed: [], replace: [] };

let count = 0;
const newName = () => `fixed${++count}`;

async function makes(spec: ObjectValue, task: ObjectValue = {}, more: ObjectValue = {}) {
  const config = { name: newName(), task_spec: [{ container_spec: [{ image, ...spec }], ...task }], ...more };
  return { config, state: await scene.made(service, config) };
}

const specOf = async (state: ObjectValue) =>
  (await own.engine.services.inspect(String(state["id"]))).Spec.TaskTemplate as {
    readonly ContainerSpec: Record<string, unknown>;
    readonly Placement: unknown;
  };

test(fix(814), async () => {
  const label = (value: string) => [{ label: "com.example.kind", value }];
  const { config, state } = await makes({}, {}, { labels: label("shop") });
  const changed = { ...config, labels: label("stall") };
  expect((await scene.plan(service, changed, state)).replace).toEqual([]);
  expect(await scene.made(service, changed, state)).toMatchObject({ id: state["id"], labels: label("stall") });
});

test(fix(815), async () => {
  const { config, state } = await makes({ healthcheck: [{ interval: "7s" }] });
  expect((await specOf(state)).ContainerSpec["Healthcheck"]).toMatchObject({ Interval: 7_000_000_000 });
  const { state: read } = await scene.read(service, state);
  expect(await scene.plan(service, config, read!)).toEqual(settled);
});

test(fix(882), async () => {
  const mounts = [{ type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 1_048_576 }] }];
  const { config, state } = await makes({ mounts });
  expect((await specOf(state)).ContainerSpec["Mounts"]).toMatchObject([{ TmpfsOptions: { SizeBytes: 1_048_576 } }]);
  const { state: read } = await scene.read(service, state);
  expect(await scene.plan(service, config, read!)).toEqual(settled);
});

test(fix(892), async () => {
  const platforms = ["arm64", "amd64", "s390x"].map((architecture) => ({ architecture, os: "linux" }));
  const { config, state } = await makes({}, { placement: [{ platforms }] });
  const changed = { ...config, labels: [{ label: "changed", value: "yes" }] };
  const updated = await scene.made(service, changed, state);
  expect((await specOf(updated)).Placement).toMatchObject({ Platforms: { length: platforms.length } });
  const { state: read } = await scene.read(service, updated);
  expect(await scene.plan(service, changed, read!)).toEqual(settled);
});

test(fix(888), async () => {
  const config = { name: newName(), image, start: false, network_mode: "none" };
  const state = await scene.made(container, config);
  const { HostConfig } = await own.engine.containers.inspect(String(state["id"]));
  expect(HostConfig.LogConfig).toEqual({ Type: "json-file", Config: logOptions });
  const { state: read } = await scene.read(container, state);
  expect(await scene.plan(container, config, read!)).toEqual(settled);
});
