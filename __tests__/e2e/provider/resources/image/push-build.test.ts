import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { registryImage } from "../../../../../provider/resources/registry-image";
import { heldName } from "../../../../../provider/resources/registry-image/build-and-push";
import { RegistryClient } from "../../../../../registry";
import { BuildScene } from "./build-scene";
import { type RegistryProcess, startRegistry } from "./registry-process";

jest.setTimeout(120_000);

let scene: BuildScene;
let registry: RegistryProcess;
beforeAll(async () => {
  [scene, registry] = await Promise.all([BuildScene.open(), startRegistry()]);
});
afterAll(async () => {
  await scene?.close();
  await registry?.stop();
});

const remote = (short: string) => `${registry.address}/${scene.name(short)}`;
const digestOf = (short: string) =>
  new RegistryClient({ host: registry.address }).tryDigest(scene.name(short), "latest");
const built = (text: string) => [{ context: scene.context(`COPY said /made\nRUN echo ${text}`, { said: text }) }];

test("an image is built and pushed, the engine keeps none of it, and it goes with the resource", async () => {
  const config = { name: remote("built"), build: built("built") };
  const state = await scene.made(registryImage, config);
  expect(await digestOf("built")).toBe(state["id"]);
  expect(state).toMatchObject({ sha256_digest: state["id"], context_digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await scene.exists(remote("built"))).toBe(false);
  expect(
    scene.journal.orphansNamed({ type: "docker_registry_image", name: remote("built"), engine: scene.engine.url }),
  ).toEqual([]);
  expect(await scene.read(registryImage, state)).toEqual({ state, errors: [], warnings: [] });
  expect(await scene.plan(registryImage, config, state)).toEqual({ changed: [], replace: [] });
  await scene.engine.images.pull(remote("built"));
  expect(await scene.printed(remote("built"), "built")).toBe("built");
  await scene.destroy(registryImage, state);
  expect(await digestOf("built")).toBeUndefined();
});

test("what the engine had under the name it has again", async () => {
  const id = await scene.load(remote("before"), "before");
  await scene.made(registryImage, { name: remote("before"), build: built("after") });
  expect(await scene.imageId(remote("before"))).toBe(id);
});

test("another content of the context builds and pushes it anew", async () => {
  const build = built("one");
  const config = { name: remote("changed"), build };
  const state = await scene.made(registryImage, config);
  writeFileSync(join(build[0]!.context, "said"), "two");
  expect((await scene.plan(registryImage, config, state)).replace).toEqual([["context_digest"]]);
});

test("a build that fails is told as that of an image, and nothing is pushed", async () => {
  const build = [{ context: scene.context("RUN echo last words; exit 3") }];
  const { state, errors } = await scene.apply(registryImage, { name: remote("failed"), build });
  expect(state).toBeUndefined();
  expect(errors).toMatchObject([{ path: ["build"], detail: expect.stringContaining("last words") }]);
  expect(await digestOf("failed")).toBeUndefined();
});

describe("what a killed run left under the name", () => {
  /** As if a run had been killed once it had built the image, and this were the next one. */
  async function killed(short: string, before?: string): Promise<void> {
    const name = remote(short);
    const note = scene.journal.open({ type: "docker_registry_image", name, engine: scene.engine.url, before });
    if (before !== undefined) await scene.engine.images.tag(before, heldName(note));
    await scene.load(name, "left");
    const file = join(scene.folder, "journal", `${note.nonce}.json`);
    writeFileSync(file, JSON.stringify({ ...note, pid: 0, started: "killed" }));
    scene.newRun();
  }
  const held = () => scene.engine.images.list({ filters: { reference: ["docker-stages/held"] } });

  test("is removed by the next one, where nobody had the name before", async () => {
    await killed("killed");
    await scene.made(registryImage, { name: remote("killed"), build: built("killed") });
    expect(await scene.exists(remote("killed"))).toBe(false);
    expect(scene.journal.all()).toEqual([]);
  });

  test("is removed by the next one, and who had the name before has it again", async () => {
    const id = await scene.load(remote("taken"), "taken");
    const others = await held();
    await killed("taken", id);
    await scene.made(registryImage, { name: remote("taken"), build: built("taken") });
    expect(await scene.imageId(remote("taken"))).toBe(id);
    expect(await held()).toEqual(others);
    expect(scene.journal.all()).toEqual([]);
  });
});

describe("a registry that accepts and does not answer", () => {
  let silent: Server;
  let address: string;
  beforeAll(async () => {
    silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    address = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  test("is given up when the time of `timeouts` is over, and the engine keeps none of the image", async () => {
    const name = `${address}/${scene.name("slow")}`;
    const { errors } = await scene.apply(registryImage, { name, build: built("slow"), timeouts: [{ create: "5s" }] });
    expect(errors).toMatchObject([
      {
        summary: `build and push of image "${name}" did not end within 5s`,
        detail: expect.stringContaining("`create`"),
      },
    ]);
    expect(await scene.exists(name)).toBe(false);
  });
});
