import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { registryImage } from "../../../../../provider/resources/registry-image";
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
