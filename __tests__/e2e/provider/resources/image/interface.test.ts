import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTree } from "../../../../../offline/build/archive";
import { type Image, imageOf, type Layer, layerFrom } from "../../../../../offline/build/image";
import { loadImage } from "../../../../../offline/registry/container";
import { parsePlatform } from "../../../../../provider/resources/image/platform";
import { RegistryClient } from "../../../../../registry";
import { folderOf, removeFolders } from "../../../../build-context/folder";
import { buildDockerProvider, type Outcome, type PlannedChange, type Terraform, terraformWith } from "../../harness";
import { type Json, uncovered } from "../interface/row";
import { buildRefusals, buildRows, elsewhere } from "./interface/build-rows";
import { pullRows } from "./interface/pull-rows";
import type { BuildRow, Pushed, World } from "./interface/row";
import { type RegistryProcess, startRegistry } from "./registry-process";
import { Scene } from "./scene";

// Every attribute of images: one apply pulls and builds an image of each row, and the engine tells what it is.
jest.setTimeout(180_000);

const provider = buildDockerProvider();
const scene = new Scene();
const MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
let registry: RegistryProcess;
let terraform: Terraform;
let world: World;
let pushed: readonly Pushed[];
let made: Outcome;
let again: Map<string, PlannedChange>;
let changed: Map<string, PlannedChange>;
let errors: Outcome["errors"];
/** What state has, by the name of the resource. */
const states = new Map<string, Json>();
/** What inspect shows, by the name of the resource. */
const shown = new Map<string, Json | undefined>();
/** What a build says, by the name of the resource. */
const said = new Map<string, string>();
/** Rows whose image the engine still has after the end. */
const left = new Set<number>();

const names = buildRows({ base: "", outdated: "", file: "", name: () => "" });
const rows = names.map(({ name }, i) => ({ name, i }));

/** An image for a machine that this one is not. */
const elsewhereMade = (layer: Layer): Image => {
  const { config, ...image } = imageOf([layer], {}, "t-image");
  const other = { ...(JSON.parse(config.toString()) as Json), architecture: "s390x" };
  return { ...image, config: Buffer.from(JSON.stringify(other)) };
};

/** An image of its own in the registry, and not on the engine. */
async function push(short: string): Promise<Pushed> {
  const repository = scene.name(short);
  const untagged = `${registry.address}/${repository}`;
  const client = new RegistryClient({ host: registry.address });
  const id = await scene.load(`${untagged}:1`, short);
  await scene.engine.images.tag(`${untagged}:1`, { repo: untagged, tag: "latest" });
  const layer = await layerFrom(scene.folder, (tar) => writeTree({ "/text": { text: short } }, tar));
  await loadImage(scene.engine, `${untagged}:other`, elsewhereMade(layer));
  for (const tag of ["1", "latest", "other"]) await scene.engine.images.push(`${untagged}:${tag}`);
  for (const tag of ["1", "latest", "other"]) await scene.engine.images.remove(`${untagged}:${tag}`);
  const digest = String(await client.tryDigest(repository, "1"));
  const manifests = await Promise.all(
    [
      { tag: "1", architecture: process.arch === "x64" ? "amd64" : process.arch },
      { tag: "other", architecture: "s390x" },
    ].map(async ({ tag, architecture }) => {
      const { content, digest: of } = await client.manifest(repository, tag);
      return { mediaType: MANIFEST, digest: of, size: content.length, platform: { architecture, os: "linux" } };
    }),
  );
  const mediaType = "application/vnd.docker.distribution.manifest.list.v2+json";
  const content = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
  await client.putManifest(repository, "list", { mediaType, content });
  return { tagged: `${untagged}:1`, untagged, digest: `${untagged}@${digest}`, list: `${untagged}:list`, id };
}

/** The Dockerfile with a variable that only this build has, so that no other one's steps are taken over. */
const own = (dockerfile: string, mark: string) =>
  dockerfile.replace(/^FROM .*$/gm, (line) => `${line}\nENV MADE=${mark}`);

/** A build, its words in a file of its own. */
function built(short: string, dockerfile: string, block: Json, files: Readonly<Record<string, string>> = {}): Json {
  const context = folderOf({ Dockerfile: dockerfile, ...files });
  return {
    name: scene.name(short),
    build: [{ context, build_log_file: join(scene.folder, `${short}.log`), ...block }],
  };
}

const asBuilt = ({ dockerfile, files, block }: BuildRow, i: number) =>
  built(`build${i}`, own(dockerfile, `build${i}`), block, files);

/** The same without what the row is about. */
const asTwin = ({ dockerfile, files, block: { version, ...more }, again: isSame }: BuildRow, i: number) =>
  built(
    `twin${i}`,
    own(dockerfile, isSame ? `build${i}` : `twin${i}`),
    Object.keys(more).length > 0 ? { version } : {},
    files,
  );

const write = (configs: Json, data?: Json) =>
  writeFileSync(join(terraform.folder, "rows.tf.json"), JSON.stringify({ resource: { docker_image: configs }, data }));
const numbered = (short: string, configs: readonly Json[]): Json =>
  Object.fromEntries(configs.map((config, i) => [`${short}${i}`, config]));
const planned = async () => new Map((await terraform.plan()).map((change) => [change.address, change]));

/** What the engine has. Of an index without its own platform engines from API 1.52 on say neither unless asked for one. */
async function inspected({ name, platform }: Json): Promise<Json | undefined> {
  const { images } = scene.engine;
  const found = await images.tryInspect(String(name));
  if (found?.Architecture !== "") return found as Json | undefined;
  const { Os, Architecture } = (await images.tryInspectFor(String(name), parsePlatform(String(platform))))!;
  return { ...found, Os, Architecture };
}

async function look(): Promise<void> {
  for (const { address, values } of terraform.state()) {
    const short = address.replace("docker_image.", "");
    states.set(short, values);
    if (short.startsWith("seen")) continue;
    shown.set(short, await inspected(values));
    if (!short.startsWith("pull")) said.set(short, readFileSync(join(scene.folder, `${short}.log`), "utf8"));
  }
}

beforeAll(async () => {
  [registry, terraform] = await Promise.all([startRegistry(), terraformWith(provider, "")]);
  const outdated = `${registry.address}/${scene.name("outdated")}:1`;
  await scene.load(outdated, "of the registry");
  await scene.engine.images.push(outdated);
  await scene.load(outdated, "of the engine");
  await scene.load(scene.name("base"));
  const file = join(folderOf({ secret: "of the file" }), "secret");
  world = { base: scene.name("base"), outdated, name: (short) => scene.name(short), file };
  pushed = await Promise.all(pullRows.map((_, i) => push(`pull${i}`)));
  for (const [i, { before }] of pullRows.entries()) {
    if (before === "image") await scene.engine.images.pull(pushed[i]!.tagged);
    if (before === "older") await scene.load(pushed[i]!.tagged, "older");
  }

  const builds = buildRows(world);
  write(numbered("twin", builds.map(asTwin)));
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [] });
  await look();

  const pulls = pullRows.map(({ config }, i) => config(pushed[i]!));
  const seen = numbered(
    "seen",
    pulls.map((_, i) => ({ name: `\${docker_image.pull${i}.name}` })),
  );
  write({ ...numbered("pull", pulls), ...numbered("build", builds.map(asBuilt)) }, { docker_image: seen });
  made = await terraform.apply();
  await look();
  again = await planned();
  const others = pullRows.map(({ config, changed: other }, i) => (other?.config ?? config)(pushed[i]!));
  write(numbered("pull", others));
  changed = await planned();

  for (const [i, { used }] of pullRows.entries()) if (used) await scene.container(`user${i}`, pushed[i]!.tagged);
  await terraform.destroy();
  for (const [i, { id }] of pushed.entries()) if (await scene.exists(id)) left.add(i);
  write(
    numbered(
      "refused",
      buildRefusals.map(({ block }, i) =>
        built(`refused${i}`, own(`FROM ${world.base}\nRUN true`, `refused${i}`), block),
      ),
    ),
  );
  errors = (await terraform.apply()).errors;
});

afterAll(async () => {
  await scene.close();
  await registry?.stop();
  terraform?.remove();
  provider.remove();
  removeFolders();
});

test("the community provider's configurations are taken", () => {
  expect(made).toMatchObject({ code: 0, errors: [] });
});

describe("pulled", () => {
  test.each(pullRows.map((row, i) => ({ ...row, i })))("$name: the engine has it", ({ inspect, i }) => {
    expect(shown.get(`pull${i}`)).toMatchObject(inspect(pushed[i]!));
  });

  test.each(pullRows.map((row, i) => ({ ...row, i })))("$name: state and data tell the same of it", ({ i }) => {
    const { Id: id, RepoDigests: digests } = shown.get(`pull${i}`)!;
    const { name, repo_digest, ...state } = states.get(`pull${i}`)!;
    expect(state).toMatchObject({ image_id: id, id: `${id}${name}` });
    expect(digests).toContain(repo_digest);
    expect(states.get(`seen${i}`)).toMatchObject({ id, name, repo_digest });
  });

  test.each(pullRows.map((row, i) => ({ ...row, i })))("$name: the next plan changes nothing", ({ i }) => {
    expect(again.get(`docker_image.pull${i}`)?.actions).toEqual(["no-op"]);
  });

  test.each(pullRows.map((row, i) => ({ ...row, i })))("$name: after destroy it is left: $left", ({ left: is, i }) => {
    expect(left.has(i)).toBe(is);
  });

  const changes = pullRows.flatMap((row, i) => (row.changed ? [{ ...row, actions: row.changed.actions, i }] : []));
  test.each(changes)("$name: a change of it is $actions", ({ actions, i }) => {
    expect(changed.get(`docker_image.pull${i}`)?.actions).toEqual(actions);
  });
});

describe("built", () => {
  test.each(rows)("$name: the build or the image shows it, and no other", ({ i }) => {
    const { says, hides, inspect, alone, again: isSame } = buildRows(world)[i]!;
    const [words, image] = [said.get(`build${i}`), shown.get(`build${i}`)];
    if (says) expect(words).toMatch(says);
    if (hides) expect(words).not.toMatch(hides);
    if (inspect) expect(image).toMatchObject(inspect);
    expect([says, hides, inspect]).not.toEqual([undefined, undefined, undefined]);
    if (alone || isSame) return;
    const [otherWords, other] = [said.get(`twin${i}`), shown.get(`twin${i}`)];
    if (says) expect(otherWords).not.toMatch(says);
    if (hides) expect(otherWords).toMatch(hides);
    if (inspect) expect(other).not.toMatchObject(inspect);
  });

  test.each(rows)("$name: the next plan changes nothing", ({ i }) => {
    expect(again.get(`docker_image.build${i}`)?.actions).toEqual(["no-op"]);
  });

  test("destroy leaves none of them, whatever their names", async () => {
    const all = buildRows(world).flatMap(({ block }, i) => [
      scene.name(`build${i}`),
      ...((block["tag"] ?? []) as string[]),
    ]);
    const there = await Promise.all(all.map((name) => scene.exists(name)));
    expect(all.filter((_, i) => there[i])).toEqual([]);
  });

  test.each(buildRefusals.map((row, i) => ({ ...row, i })))("$name: the engine's refusal is told", ({ says, i }) => {
    const told = errors.filter(({ address }) => address === `docker_image.refused${i}`);
    expect(told).toHaveLength(1);
    expect(told[0]?.detail).toContain(says);
  });
});

test("no attribute that can be set is without a row, or without a word on where it is held", () => {
  const pulls = pullRows.map(({ config }, i) => config(pushed[i]!));
  const builds = [...buildRows(world), ...buildRefusals].map(({ block }) => ({
    build: [{ context: "", build_log_file: "", ...block }],
  }));
  const inner = Object.keys(elsewhere).filter((path) => path === "build.auth_config");
  const { missing, needless } = uncovered("docker_image", [...pulls, ...builds], elsewhere);
  expect(missing.filter((path) => !inner.some((above) => path.startsWith(`${above}.`)))).toEqual([]);
  expect(needless).toEqual([]);
});
