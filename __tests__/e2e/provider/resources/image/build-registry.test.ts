import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import { folderOf, removeFolders } from "../../../../build-context/folder";
import { type RegistryProcess, startRegistry, user } from "./registry-process";
import { Scene } from "./scene";

jest.setTimeout(120_000);

let scene: Scene;
let locked: RegistryProcess;
beforeAll(async () => {
  scene = new Scene();
  locked = await startRegistry({ password: true });
  const base = scene.name("base");
  await scene.load(base);
  await scene.engine.images.tag(base, { repo: `${locked.address}/${base}`, tag: "latest" });
  await scene.engine.images.push(`${locked.address}/${base}:latest`, { auth: user });
});
afterEach(() => {
  scene.registries = { for: async () => undefined };
});
afterAll(async () => {
  await scene?.close();
  await locked?.stop();
  removeFolders();
});

/** Builds on a base image that the engine does not have. */
async function built(short: string, base: string, block: ObjectValue) {
  await scene.engine.images.tryRemove(`${locked.address}/${scene.name("base")}`);
  // Another text for each, so that no earlier build answers for this one.
  const context = folderOf({ Dockerfile: `ARG BASE=${base}\nFROM $BASE\nRUN echo ${short} > /made\n` });
  return scene.apply(image, { name: scene.name(short), build: [{ context, ...block }] });
}
const lockedBase = () => `${locked.address}/${scene.name("base")}`;

describe.each([
  { builder: "BuildKit", version: "2" },
  { builder: "the classic builder", version: "1" },
])("$builder", ({ version }) => {
  test("a base image that needs a login: which, where, and what helps", async () => {
    const { state, errors } = await built(`refused-${version}`, lockedBase(), { version });
    expect(state).toBeUndefined();
    expect(errors).toMatchObject([{ path: ["build"], summary: expect.stringMatching(/failed at .*Dockerfile/) }]);
    expect(errors[0]?.detail).toContain(locked.address);
    expect(errors[0]?.detail).toContain("registry_auth");
  });

  test("with the provider's credentials", async () => {
    const asked: string[] = [];
    scene.registries = {
      for: async (reference) => {
        asked.push(reference);
        return { ...user, serveraddress: locked.address };
      },
    };
    const { errors } = await built(`provider-${version}`, lockedBase(), { version });
    expect(errors).toEqual([]);
    expect(new Set(asked)).toEqual(new Set([`${locked.address}/any`]));
  });

  test.each([
    { how: "user name and password", auth: { user_name: user.username, password: user.password } },
    { how: "both in base64", auth: { auth: Buffer.from(`${user.username}:${user.password}`).toString("base64") } },
  ])("with its own: $how", async ({ how, auth }) => {
    const { errors } = await built(`own-${how.length}-${version}`, lockedBase(), {
      version,
      auth_config: [{ host_name: `http://${locked.address}`, ...auth }],
    });
    expect(errors).toEqual([]);
  });

  test("a password that is wrong", async () => {
    const auth_config = [{ host_name: locked.address, user_name: "lab", password: "wrong" }];
    const { errors } = await built(`wrong-${version}`, lockedBase(), { version, auth_config });
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('"wrong"');
  });

  test("a registry that does not answer", async () => {
    const { errors } = await built(`unreachable-${version}`, "127.0.0.1:1/nothing:1", { version });
    expect(errors).toMatchObject([{ path: ["build"], detail: expect.stringContaining("127.0.0.1:1") }]);
    expect(errors[0]?.detail).toContain("connection refused");
    expect(errors[0]?.detail).toContain("Check the registry's name");
  });

  test("a base image that its registry does not have", async () => {
    const auth_config = [{ host_name: locked.address, user_name: user.username, password: user.password }];
    const { errors } = await built(`absent-${version}`, `${locked.address}/absent:1`, { version, auth_config });
    expect(errors[0]?.detail).toContain(`${locked.address}/absent:1`);
    expect(errors[0]?.detail).toContain("Correct the name");
  });
});
