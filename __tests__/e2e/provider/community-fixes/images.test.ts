import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { registryCredentials } from "../../../../provider/configuration/registry-credentials";
import { registryImage } from "../../../../provider/data-sources/registry-image";
import { image } from "../../../../provider/resources/image";
import { BuildScene } from "../resources/image/build-scene";
import { fix } from "./fixes";

jest.setTimeout(120_000);

let scene: BuildScene;
beforeAll(async () => {
  scene = await BuildScene.open();
});
afterAll(() => scene?.close());

test(fix(849), async () => {
  const folder = mkdtempSync(join(tmpdir(), "t-image-config-"));
  const auth = Buffer.from("somebody:p").toString("base64");
  writeFileSync(join(folder, "config.json"), JSON.stringify({ auths: { "r:1": { auth } } }));
  try {
    const found = await registryCredentials([], { DOCKER_CONFIG: folder }).for("r:1/app");
    expect(found).toMatchObject({ username: "somebody" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test(fix(853), async () => {
  const context = scene.context("RUN true", { "docker/App": `FROM ${scene.name("base")}\nRUN echo app > /made` });
  const file = join(context, "docker/App");
  for (const [i, dockerfile] of ["docker/App", relative(process.cwd(), file), file].entries()) {
    const name = scene.name(`dockerfile${i}`);
    await scene.made(image, { name, build: [{ context, dockerfile }] });
    expect(await scene.printed(name, `dockerfile${i}`)).toBe("app\n");
  }
});

describe("a registry", () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(200).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.close();
  });

  test(fix(880), async () => {
    const name = `127.0.0.1:${(server.address() as AddressInfo).port}/app:1`;
    const { state, errors } = await scene.data(registryImage, { name });
    expect(errors).toEqual([]);
    expect(state!["sha256_digest"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
