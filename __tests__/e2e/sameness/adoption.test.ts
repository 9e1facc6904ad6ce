import { rmSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { compile } from "../../../constructs/compose/compile";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { type ComposeDocument, stackName, variables } from "../../constructs/compose/corpus/documents";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../provider/harness";
import { writeSynthesized } from "../provider/harness/synthesized";
import type { ServiceScene } from "../provider/resources/service/scene";
import { byTheClient } from "./by-the-client";
import { changesOf } from "./changes";
import { comparable } from "./comparable";
import { idleSwarm } from "./idle-swarm";

// Every document of the corpus is deployed by `docker stack deploy`, and then taken over.
jest.setTimeout(1_800_000);

let scene: ServiceScene;
let provider: TestProvider;
let terraform: Terraform;
let documents: readonly ComposeDocument[];
beforeAll(async () => {
  scene = await idleSwarm();
  // Of two YAML documents in one file the client reads the first.
  documents = comparable(await byTheClient(scene)).filter(({ name }) => name !== "yaml/two-documents");
  await makeVolumes();
  provider = buildDockerProvider();
  terraform = await terraformWith(provider, "");
  rmSync(join(terraform.folder, "main.tf"));
});
afterAll(async () => {
  terraform?.remove();
  provider?.remove();
  await scene?.close();
});

/** What tasks make where they land, which this swarm is given none of. */
async function makeVolumes(): Promise<void> {
  const { engine } = scene;
  const volumesOf = (document: ComposeDocument) =>
    Object.values(compile({ files: [document.path], name: stackName(document), variables }).volumes);
  const made = new Map(documents.flatMap(volumesOf).map((volume) => [volume.name, volume]));
  const mounts = (await engine.services.list()).flatMap(({ Spec }) => Spec.TaskTemplate?.ContainerSpec?.Mounts ?? []);
  for (const { Type, Source, VolumeOptions } of mounts) {
    if (Type !== "volume" || !Source || !made.has(Source)) continue;
    const { Labels, DriverConfig } = VolumeOptions ?? {};
    const driver = { Driver: DriverConfig?.Name ?? undefined, DriverOpts: DriverConfig?.Options ?? undefined };
    await engine.volumes.create({ Name: Source, Labels: Labels ?? undefined, ...driver });
    made.delete(Source);
  }
  for (const { name: Name, labels: Labels } of made.values()) await engine.volumes.create({ Name, Labels });
}

/** What a plan would do beside taking over. */
async function planned(adopt: boolean): Promise<string[]> {
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  for (const document of documents) {
    const props = { file: document.path, engine: scene.nodes[0]!.url, variables, rotate: false, adopt } as const;
    ComposeStack.fromFile(stack, stackName(document), { ...props, name: stackName(document) });
  }
  writeSynthesized(stack, terraform.folder);
  return changesOf(await terraform.plan());
}

/** Where this compiler is otherwise than the client on purpose (`differences.ts`), or this swarm's engine is too old. */
const otherwise = new Set([
  ...["interpolation/braces", "interpolation/env-file-variables", "stacks/compose-habits", "yaml/numbers"],
  ...["mounts/mode-text", "mounts/one-letter", "mounts/tmpfs", "mounts/tmpfs-options"],
  ...["container/oom-score", "health/start-interval", "mounts/subpath"],
]);

test("a plan takes over what `docker stack deploy` made, and changes nothing but what no engine tells", async () => {
  expect(documents.length).toBeGreaterThanOrEqual(60);
  const different = documents.filter(({ name }) => otherwise.has(name));
  const isOf = (change: string) => different.some((document) => change.includes(`.${stackName(document)}_`));
  const isUntold = (change: string) => /^update docker_secret\.\S+: data$/.test(change);
  const changes = await planned(true);
  expect(changes.filter((change) => !isUntold(change) && !isOf(change))).toEqual([]);
  expect(different.filter((document) => !changes.some((each) => each.includes(`.${stackName(document)}_`)))).toEqual(
    [],
  );

  // What is changed would be waited for, on a swarm that is given no tasks.
  documents = documents.filter((document) => !different.includes(document));
  expect((await planned(true)).filter((change) => !isUntold(change))).toEqual([]);
  const { code, errors, text } = await terraform.apply();
  if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || text);
  expect(await planned(false)).toEqual([]);
});
