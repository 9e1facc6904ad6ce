import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareVersions, type ImageStore, imageStoreOf } from "../../../../../engine";
import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import { RegistryClient } from "../../../../../registry";
import { folderOf } from "../../../../build-context/folder";
import { BuildScene } from "./build-scene";
import { type RegistryProcess, startRegistry } from "./registry-process";
import type { Result } from "./scene";

// What the engine's BuildKit is asked in its own words: an engine either does it, or is said to be without it.
jest.setTimeout(180_000);

let scene: BuildScene;
let registry: RegistryProcess;
let spoken: string;
let store: ImageStore;
beforeAll(async () => {
  [scene, registry] = await Promise.all([BuildScene.open(), startRegistry()]);
  [spoken, store] = [await scene.engine.apiVersion(), await imageStoreOf(scene.engine)];
  await pushScanner();
});
afterAll(async () => {
  await scene?.close();
  await registry?.stop();
});

interface Row {
  /** The end of a sentence that begins with "a build". */
  readonly says: string;
  readonly dockerfile?: string;
  readonly block: () => ObjectValue;
  /** The API version and the store that it takes. @default - any */
  readonly api?: string;
  readonly store?: ImageStore;
  /** The attribute that is told where the engine has not what it takes. */
  readonly attribute?: string;
  readonly shown: (name: string, log: string) => Promise<void>;
}

const remote = (short: string) => `${registry.address}/${scene.name(short)}`;
const client = () => new RegistryClient({ host: registry.address });

interface Manifests {
  readonly manifests: readonly {
    readonly platform: { readonly os: string; readonly architecture: string };
    readonly annotations?: Readonly<Record<string, string>>;
  }[];
}

/** What the registry has of an image once it is pushed. */
async function pushedManifests(name: string): Promise<Manifests["manifests"]> {
  await scene.engine.images.tag(name, { repo: remote("pushed"), tag: "latest" });
  await scene.engine.images.push(`${remote("pushed")}:latest`);
  const { content } = await client().manifest(scene.name("pushed"), "latest");
  return (JSON.parse(content.toString()) as Manifests).manifests;
}

async function savedImage(name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await scene.engine.images.save([name])) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

/** A scanner as BuildKit runs them: https://github.com/moby/buildkit/blob/master/docs/attestations/sbom-protocol.md */
async function pushScanner(): Promise<void> {
  const document = JSON.stringify({
    _type: "https://in-toto.io/Statement/v0.1",
    predicateType: "https://spdx.dev/Document",
    predicate: { SPDXID: "SPDXRef-DOCUMENT", name: "scanned for $BUILDKIT_SCAN_WORD" },
  });
  const script = `cat > $BUILDKIT_SCAN_DESTINATION/sbom.spdx.json <<END\n${document}\nEND`;
  const context = scene.context(`CMD ["sh", "-c", ${JSON.stringify(script)}]`);
  const name = scene.name("scanner");
  expect((await scene.apply(image, { name, build: [{ context }] })).errors).toEqual([]);
  await scene.engine.images.tag(name, { repo: remote("scanner"), tag: "latest" });
  await scene.engine.images.push(`${remote("scanner")}:latest`);
}

const newer = { api: "1.43", store: "containerd" } as const;

const rows: readonly Row[] = [
  {
    says: "that may take over what a registry has, says where it looked",
    block: () => ({ cache_from: [`type=registry,ref=${remote("cached")}`] }),
    shown: async (_, log) => expect(log).toContain(`importing cache manifest from ${remote("cached")}`),
  },
  {
    says: "that keeps its steps in the image, makes one that tells them",
    block: () => ({ cache_to: ["type=inline"] }),
    shown: async (name) => expect((await savedImage(name)).includes("moby.buildkit.cache.v0")).toBe(true),
  },
  {
    ...newer,
    says: "that keeps its steps in a registry, has them there",
    attribute: "cache_to",
    block: () => ({ cache_to: [`type=registry,ref=${remote("kept")},mode=max`] }),
    shown: async () => expect(await client().tryDigest(scene.name("kept"), "latest")).toMatch(/^sha256:/),
  },
  {
    api: "1.42",
    says: "that copies from a folder beside its context, has the file",
    attribute: "additional_contexts",
    dockerfile: "COPY --from=beside said /made",
    block: () => ({ additional_contexts: [`beside=${folderOf({ said: "beside" })}`] }),
    shown: async (name) => expect(await scene.printed(name, "beside")).toBe("beside"),
  },
  {
    api: "1.42",
    says: "that copies from an image by another name, has the file",
    attribute: "additional_contexts",
    dockerfile: "COPY --from=other /text /made",
    block: () => ({ additional_contexts: [`other=docker-image://${scene.name("base")}`] }),
    shown: async (name) => expect(await scene.printed(name, "other")).toBe(scene.name("base")),
  },
  {
    ...newer,
    says: "that says how it went, makes an attestation",
    attribute: "provenance",
    block: () => ({ provenance: "mode=max" }),
    shown: async (name) => {
      const types = (await pushedManifests(name)).map(({ annotations }) => annotations?.["vnd.docker.reference.type"]);
      expect(types).toContain("attestation-manifest");
    },
  },
  {
    ...newer,
    says: "that says what is in it, has that of the scanner that it names",
    attribute: "sbom",
    block: () => ({ sbom: `generator=${remote("scanner")}` }),
    shown: async (name) => expect((await savedImage(name)).includes("https://spdx.dev/Document")).toBe(true),
  },
  {
    api: "1.48",
    store: "containerd",
    says: "that tells its scanner a word, has it told",
    attribute: "sbom",
    block: () => ({ sbom: `generator=${remote("scanner")},WORD=${scene.prefix}` }),
    shown: async (name) => expect((await savedImage(name)).includes(`scanned for ${scene.prefix}`)).toBe(true),
  },
  {
    ...newer,
    says: "for two platforms, makes an image of each",
    attribute: "platform",
    dockerfile: "FROM scratch\nCOPY Dockerfile /",
    block: () => ({ platform: "linux/amd64, linux/arm64" }),
    shown: async (name) => {
      const platforms = (await pushedManifests(name)).map(({ platform }) => `${platform.os}/${platform.architecture}`);
      expect(platforms).toEqual(expect.arrayContaining(["linux/amd64", "linux/arm64"]));
    },
  },
];

let count = 0;

async function build({
  dockerfile,
  block,
}: Pick<Row, "dockerfile" | "block">): Promise<Result & { log: () => string }> {
  count += 1;
  const context = scene.context(dockerfile ?? `RUN echo ${scene.prefix}${count} > /made`);
  const file = join(scene.folder, `solve${count}.log`);
  const asked = { context, build_log_file: file, ...block() };
  const result = await scene.apply(image, { name: scene.name(`solve${count}`), build: [asked] });
  return { ...result, log: () => readFileSync(file, "utf8") };
}

const has = ({ api = "1.0", store: needed = store }: Row): boolean =>
  compareVersions(spoken, api) >= 0 && needed === store;

test.each(rows)("a build $says, or the engine is said to be without it", async (row) => {
  const { state, errors, log } = await build(row);
  if (has(row)) {
    expect(errors).toEqual([]);
    await row.shown(String(state!["name"]), log());
    expect(await scene.read(image, state!)).toEqual({ state, errors: [], warnings: [] });
    return;
  }
  expect(state).toBeUndefined();
  expect(errors).toMatchObject([
    {
      path: ["build"],
      summary: expect.stringContaining(`what ${row.attribute} needs`),
      detail: expect.stringContaining(scene.engine.url),
    },
  ]);
});

test("stages that are to be new are run again, and no other", async () => {
  const from = `FROM ${scene.name("base")}`;
  const stages = ["kept", "new"].map(
    (stage) => `${from} AS ${stage}\nRUN cat /proc/sys/kernel/random/uuid > /text # ${stage}`,
  );
  // Nothing is run of it: BuildKit 0.33 takes a step after a copy from its cache, although what is copied was made anew.
  const last = `${from}\nCOPY --from=kept /text /kept\nCOPY --from=new /text /new`;
  const context = scene.context([...stages, last].join("\n"));
  const made = async (short: string, block: ObjectValue) => {
    const { errors } = await scene.apply(image, { name: scene.name(short), build: [{ context, ...block }] });
    expect(errors).toEqual([]);
    return (await scene.printed(scene.name(short), short, ["cat", "/kept", "/new"])).trim().split("\n");
  };
  const [kept, before] = await made("stages1", {});
  expect(await made("stages2", { no_cache_filter: [] })).toEqual([kept, before]);
  const [first, second] = await made("stages3", { no_cache_filter: ["NEW"] });
  expect(first).toBe(kept);
  expect(second).not.toBe(before);
  const all = await made("stages4", { no_cache: true, no_cache_filter: ["new"] });
  expect(all).not.toContain(kept);
  expect(all).not.toContain(second);
});

test("a step that fails is told as in any other build: where, and what it printed", async () => {
  const { errors } = await build({
    dockerfile: "RUN echo last words; exit 3",
    block: () => ({ cache_to: ["type=inline"] }),
  });
  expect(errors).toMatchObject([
    {
      path: ["build"],
      summary: expect.stringContaining("Dockerfile:2"),
      detail: expect.stringContaining("last words"),
    },
  ]);
});

test("steps, arguments, labels, names and secrets are those of any other build", async () => {
  const name = scene.name("all");
  const asked = {
    context: scene.context("ARG WORD\nRUN --mount=type=secret,id=word cp /run/secrets/word /made\nLABEL said=$WORD"),
    cache_to: ["type=inline"],
    build_args: { WORD: "argument" },
    labels: { "com.example.kind": "shop" },
    tag: [scene.name("second:1")],
    secrets: [{ id: "word", src: join(folderOf({ word: "of the file" }), "word") }],
  };
  const { state, errors } = await scene.apply(image, { name, build: [asked] });
  expect(errors).toEqual([]);
  const found = await scene.engine.images.inspect(scene.name("second:1"));
  expect(found.Id).toBe(state!["image_id"]);
  expect(found.Config?.Labels).toMatchObject({ "com.example.kind": "shop", said: "argument" });
  expect(await scene.printed(name, "all")).toBe("of the file");
  expect(state!["build_steps"]).toContain("cp /run/secrets/word /made");
});

test("a change in a folder beside the context builds the image anew", async () => {
  const folder = folderOf({ said: "before" });
  const build = [{ context: scene.context("RUN true"), additional_contexts: [`beside=${folder}`] }];
  const config = { name: scene.name("outdated"), build };
  const { state, errors } = await scene.apply(image, config);
  if (compareVersions(spoken, "1.42") < 0) {
    expect(errors).toHaveLength(1);
    return;
  }
  expect(await scene.plan(image, config, state!)).toEqual({ changed: [], replace: [] });
  writeFileSync(join(folder, "said"), "after");
  expect((await scene.plan(image, config, state!)).replace).toEqual([["context_digest"]]);
});

test("the classic builder is asked for no provenance where there is to be none", async () => {
  const { errors } = await build({ block: () => ({ version: "1", provenance: "false" }) });
  expect(errors).toEqual([]);
});

test.each(["cache_to", "no_cache_filter", "additional_contexts", "provenance", "sbom"])(
  "the classic builder is said to have no %s",
  async (attribute) => {
    const values: ObjectValue = {
      cache_to: ["type=inline"],
      no_cache_filter: ["a"],
      additional_contexts: ["a=b"],
      provenance: "true",
      sbom: "true",
    };
    const { errors } = await build({ block: () => ({ version: "1", [attribute]: values[attribute] }) });
    expect(errors).toMatchObject([{ path: ["build"], summary: `the classic builder has no ${attribute}` }]);
  },
);
