import { registryImage as registryImageData } from "../../../../../provider/data-sources/registry-image";
import { registryImageManifests } from "../../../../../provider/data-sources/registry-image-manifests";
import { registryImageTags } from "../../../../../provider/data-sources/registry-image-tags";
import { image } from "../../../../../provider/resources/image";
import { registryImage } from "../../../../../provider/resources/registry-image";
import { RegistryClient } from "../../../../../registry";
import { freePort } from "../../../free-port";
import { type RegistryProcess, startRegistry, user } from "./registry-process";
import { Scene } from "./scene";

jest.setTimeout(120_000);

let scene: Scene;
let open: RegistryProcess;
let locked: RegistryProcess;
beforeAll(async () => {
  scene = new Scene();
  [open, locked] = await Promise.all([startRegistry(), startRegistry({ password: true })]);
});
afterEach(() => {
  scene.registries = { for: async () => undefined };
});
afterAll(async () => {
  await scene?.close();
  await Promise.all([open?.stop(), locked?.stop()]);
});

const remote = (short: string, registry = open) => `${registry.address}/${scene.name(short)}`;
const client = () => new RegistryClient({ host: open.address });
const digestOf = (short: string, tag = "latest") => client().tryDigest(scene.name(short), tag);

test("an image is pushed, and removed with the resource", async () => {
  const name = remote("pushed:1");
  await scene.load(name);
  const state = await scene.made(registryImage, { name });
  expect(state["id"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(state).toMatchObject({ sha256_digest: state["id"] });
  expect(await digestOf("pushed", "1")).toBe(state["id"]);
  expect(await scene.read(registryImage, state)).toEqual({ state, errors: [], warnings: [] });
  expect(await scene.plan(registryImage, { name }, state)).toEqual({ changed: [], replace: [] });
  expect((await scene.engine.images.inspect(name)).RepoDigests).toEqual([`${remote("pushed")}@${String(state["id"])}`]);
  expect(await scene.destroy(registryImage, state)).toEqual({ state: undefined, errors: [], warnings: [] });
  expect(await digestOf("pushed", "1")).toBeUndefined();
  expect(await scene.exists(name)).toBe(true);
});

test("a registry that is asked through the engine tells the same, and keeps what was pushed", async () => {
  const name = remote("through:1");
  await scene.load(name);
  const state = await scene.made(registryImage, { name, through_engine: true });
  expect(state["id"]).toBe(await digestOf("through", "1"));
  expect(await scene.read(registryImage, state)).toEqual({ state, errors: [], warnings: [] });
  expect(await scene.plan(registryImage, { name, through_engine: true }, state)).toEqual({ changed: [], replace: [] });
  await scene.destroy(registryImage, state);
  expect(await digestOf("through", "1")).toBe(state["id"]);
  await client().removeManifest(scene.name("through"), String(state["id"]));
  expect((await scene.read(registryImage, state)).state).toBeUndefined();
});

test("asked through the engine, a registry that does not answer has lost what was pushed", async () => {
  const short = await startRegistry();
  const name = remote("through-short", short);
  await scene.load(name);
  const state = await scene.made(registryImage, { name, through_engine: true });
  await short.stop();
  expect(await scene.read(registryImage, state)).toMatchObject({
    state: undefined,
    errors: [],
    warnings: [{ summary: `image "${name}" is taken for gone: its registry does not answer` }],
  });
});

test("asked through the engine, a registry with a password is given it", async () => {
  const name = remote("through-locked", locked);
  await scene.load(name);
  scene.registries = { for: async () => user };
  const state = await scene.made(registryImage, { name, through_engine: true });
  expect(await scene.read(registryImage, state)).toEqual({ state, errors: [], warnings: [] });
  scene.registries = { for: async () => undefined };
  const { errors } = await scene.read(registryImage, state);
  expect(errors).toMatchObject([{ path: ["name"] }]);
});

test("what was pushed can be pulled", async () => {
  const name = remote("round");
  const id = await scene.load(name);
  await scene.made(registryImage, { name });
  await scene.engine.images.remove(name);
  expect(await scene.made(image, { name })).toMatchObject({ image_id: id, pulled: true });
});

test("a registry that does not listen yet is waited for", async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const name = `${address}/${scene.name("late")}`;
  await scene.load(name);
  const pushed = scene.made(registryImage, { name });
  const late = startRegistry({ environment: { REGISTRY_HTTP_ADDR: address } });
  try {
    expect(await pushed).toMatchObject({ id: expect.stringMatching(/^sha256:/) });
  } finally {
    await (await late).stop();
  }
});

test("without a tag only `latest` is pushed", async () => {
  const name = remote("untagged");
  await scene.load(`${name}:other`, "other");
  await scene.load(name);
  await scene.made(registryImage, { name });
  expect(await client().tags(scene.name("untagged"))).toEqual(["latest"]);
});

test("keep_remotely leaves it", async () => {
  const name = remote("kept");
  await scene.load(name);
  const state = await scene.made(registryImage, { name, keep_remotely: true });
  await scene.destroy(registryImage, state);
  expect(await digestOf("kept")).toBe(state["id"]);
});

test("a tag goes alone, although others lead to the same image", async () => {
  await scene.load(remote("shared:1"), "shared");
  await scene.engine.images.tag(remote("shared:1"), { repo: remote("shared"), tag: "2" });
  const first = await scene.made(registryImage, { name: remote("shared:1") });
  const second = await scene.made(registryImage, { name: remote("shared:2") });
  expect(second["id"]).toBe(first["id"]);
  await scene.destroy(registryImage, first);
  expect(await digestOf("shared", "1")).toBeUndefined();
  expect(await digestOf("shared", "2")).toBe(second["id"]);
  await scene.destroy(registryImage, second);
  expect(await digestOf("shared", "2")).toBeUndefined();
});

describe("behind its back", () => {
  test("a tag that is gone is pushed anew", async () => {
    const name = remote("gone");
    await scene.load(name);
    const state = await scene.made(registryImage, { name });
    await client().removeManifest(scene.name("gone"), String(state["id"]));
    expect((await scene.read(registryImage, state)).state).toBeUndefined();
  });

  test("a tag that leads elsewhere is pushed anew, and what it leads to is not removed", async () => {
    const name = remote("moved");
    await scene.load(name, "ours");
    const state = await scene.made(registryImage, { name });
    await scene.load(name, "theirs");
    await scene.engine.images.push(`${name}:latest`);
    const theirs = await digestOf("moved");
    const { state: seen } = await scene.read(registryImage, state);
    expect(seen).toMatchObject({ id: state["id"], sha256_digest: theirs });
    expect((await scene.plan(registryImage, { name }, seen!)).replace).toEqual([["sha256_digest"]]);
    await scene.destroy(registryImage, seen!);
    expect(await digestOf("moved")).toBe(theirs);
  });
});

describe("a registry with a password", () => {
  const name = () => remote("locked:1", locked);
  const auth_config = () => [{ address: locked.address, ...user }];
  beforeAll(() => scene.load(name()));

  test("its own credentials", async () => {
    const state = await scene.made(registryImage, { name: name(), auth_config: auth_config() });
    expect((await scene.read(registryImage, state)).state).toEqual(state);
    expect((await scene.destroy(registryImage, state)).errors).toEqual([]);
  });

  test("the provider's", async () => {
    scene.registries = { for: async () => user };
    const state = await scene.made(registryImage, { name: name() });
    expect((await scene.read(registryImage, state)).state).toEqual(state);
    const { state: found } = await scene.data(registryImageData, { name: name() });
    expect(found).toMatchObject({ sha256_digest: state["id"] });
    expect((await scene.destroy(registryImage, state)).errors).toEqual([]);
  });

  test("none, or wrong ones: refused, with what helps, and never shown", async () => {
    for (const own of [[], [{ ...auth_config()[0]!, password: "not-the-password" }]]) {
      const { state, errors } = await scene.apply(registryImage, { name: name(), auth_config: own });
      expect(state).toBeUndefined();
      expect(errors).toMatchObject([{ path: ["name"], summary: expect.stringContaining(name()) }]);
      expect(JSON.stringify(errors)).not.toContain("not-the-password");
    }
    const { errors } = await scene.data(registryImageData, { name: name() });
    expect(errors).toMatchObject([{ path: ["name"], detail: expect.stringContaining("registry_auth") }]);
  });

  test("a state is kept when the registry does not let us look", async () => {
    const state = await scene.made(registryImage, { name: name(), auth_config: auth_config() });
    const read = await scene.read(registryImage, { ...state, auth_config: [] });
    expect(read.state).toMatchObject({ id: state["id"] });
    expect(read.errors).toMatchObject([{ path: ["name"] }]);
  });
});

describe("data", () => {
  test("the digest under a name", async () => {
    await scene.load(remote("data:1"));
    const pushed = await scene.made(registryImage, { name: remote("data:1") });
    const { state, errors } = await scene.data(registryImageData, { name: remote("data:1") });
    expect(errors).toEqual([]);
    expect(state).toMatchObject({ id: pushed["id"], sha256_digest: pushed["id"] });
  });

  test("the tags of an image, and those of its releases alone", async () => {
    const tags = ["1.10.0", "1.2", "1.2.3", "1.2.3-rc.1", "latest", "v1.2.3"];
    await scene.load(remote("tags:latest"));
    const { id } = await scene.made(registryImage, { name: remote("tags:latest") });
    const { content } = await client().manifest(scene.name("tags"), "latest");
    const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
    for (const tag of tags) await client().putManifest(scene.name("tags"), tag, { mediaType, content });
    expect(id).toBe(await digestOf("tags", "v1.2.3"));
    const all = await scene.data(registryImageTags, { name: remote("tags:latest") });
    expect(all).toMatchObject({ errors: [], state: { tags } });
    const releases = await scene.data(registryImageTags, { name: remote("tags"), strict_semver: true });
    expect(releases.state).toMatchObject({ tags: ["1.10.0", "1.2.3"] });
  });

  test("the manifests of one image, and of a list", async () => {
    await scene.load(remote("listed:amd"), "amd");
    const { id } = await scene.made(registryImage, { name: remote("listed:amd") });
    const single = await scene.data(registryImageManifests, { name: remote("listed:amd") });
    const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
    const row = { architecture: "amd64", media_type: mediaType, os: "linux", sha256_digest: id };
    expect(single.state).toMatchObject({ id, manifests: [row] });

    const { content } = await client().manifest(scene.name("listed"), "amd");
    const list = {
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.index.v1+json",
      manifests: [
        { mediaType, digest: id, size: content.length, platform: { architecture: "amd64", os: "linux" } },
        {
          mediaType,
          digest: id,
          size: content.length,
          platform: { architecture: "arm64", os: "linux", variant: "v8" },
        },
      ],
    };
    await client().putManifest(scene.name("listed"), "all", {
      mediaType: list.mediaType,
      content: Buffer.from(JSON.stringify(list)),
    });
    const { state, errors } = await scene.data(registryImageManifests, { name: remote("listed:all") });
    expect(errors).toEqual([]);
    expect(state?.["manifests"]).toEqual([row, { ...row, architecture: "arm64" }]);
    expect(state?.["id"]).toBe(await digestOf("listed", "all"));
  });

  test.each([registryImageData, registryImageManifests, registryImageTags])(
    "$type of an image that there is not",
    async (source) => {
      const { errors } = await scene.data(source, { name: remote("absent:9") });
      expect(errors).toMatchObject([
        { path: ["name"], summary: expect.stringMatching(/^image ".*absent(:9)?" does not exist in the registry$/) },
      ]);
    },
  );

  test("a registry that does not answer", async () => {
    const { errors } = await scene.data(registryImageData, { name: "127.0.0.1:1/a" });
    expect(errors).toMatchObject([
      {
        path: ["name"],
        summary: "the registry 127.0.0.1:1 does not answer",
        detail: expect.stringContaining("ECONNREFUSED"),
      },
    ]);
  });
});

describe("errors", () => {
  test("an image that the engine does not have", async () => {
    const { errors } = await scene.apply(registryImage, { name: remote("nothing:1") });
    expect(errors).toMatchObject([{ path: ["name"], summary: `image "${remote("nothing:1")}" does not exist` }]);
  });

  test("a registry that removes nothing: what helps", async () => {
    const readonly = await startRegistry({ environment: { REGISTRY_STORAGE_DELETE_ENABLED: "false" } });
    try {
      const name = remote("undeletable", readonly);
      await scene.load(name);
      const state = await scene.made(registryImage, { name });
      const { state: left, errors } = await scene.destroy(registryImage, state);
      expect(left).toEqual(state);
      expect(errors).toMatchObject([{ path: ["name"], detail: expect.stringContaining("keep_remotely = true") }]);
    } finally {
      await readonly.stop();
    }
  });
});
