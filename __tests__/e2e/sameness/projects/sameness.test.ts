import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { ComposeProject } from "../../../../constructs/compose/compose-project";
import { DockerEngine } from "../../../../constructs/engine/docker-engine";
import { Engines } from "../../../../engine";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../provider/harness";
import { writeSynthesized } from "../../provider/harness/synthesized";
import { layDocument } from "./by-compose";
import { differencesOf } from "./differences";
import { documents } from "./documents";
import { type Inspected, inspectedProject } from "./inspected";
import { OwnNames } from "./own-names";

// Every document is deployed, and what the engine then has is held against what `docker compose up -d` made of it.
jest.setTimeout(900_000);

const recorded = JSON.parse(readFileSync(join(__dirname, "fixtures/recorded.json"), "utf8")) as {
  readonly projects: Readonly<Record<string, Inspected | string>>;
};
const taken = documents.filter(({ name }) => typeof recorded.projects[name] === "object");

/** Of networks that are their own, an engine has subnets for some thirty. */
const AT_ONCE = 52;
const batches = Array.from({ length: Math.ceil(taken.length / AT_ONCE) }, (_, i) => ({
  batch: i + 1,
  documents: taken.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
}));

const engines = new Engines();
const engine = engines.at();
let names: OwnNames;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(async () => {
  names = await OwnNames.choose();
  await engine.networks.create({ Name: names.network });
  provider = buildDockerProvider();
});
afterAll(async () => {
  provider?.remove();
  await engine.networks.tryRemove(names.network);
  engines.close();
});

function synth(batch: typeof documents): void {
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  for (const document of batch)
    ComposeProject.fromFile(stack, document.name, {
      file: layDocument(document, terraform.folder),
      name: names.project(document),
      variables: names.variables,
    });
  writeSynthesized(stack, terraform.folder);
}

test("there are at least 80 documents that both take", () => {
  expect(taken.length).toBeGreaterThanOrEqual(80);
});

describe.each(batches)("batch $batch", ({ documents: batch }) => {
  beforeAll(async () => {
    terraform = await terraformWith(provider, "");
    rmSync(join(terraform.folder, "main.tf"));
    synth(batch);
    const { code, errors, text } = await terraform.apply();
    if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || text);
  });
  afterAll(async () => {
    await terraform?.destroy();
    terraform?.remove();
  });

  test.each(batch)("$name: what the engine has is what `docker compose up` makes", async (document) => {
    const ground = { project: names.project(document), names, folder: join(terraform.folder, document.name) };
    const ours = await inspectedProject(engine, ground);
    expect(differencesOf(recorded.projects[document.name] as Inspected, ours)).toEqual([]);
  });

  test("a second plan is empty", async () => {
    const changes = (await terraform.plan()).filter(({ actions }) => actions[0] !== "no-op");
    expect(changes.map(({ address, actions }) => `${actions.join("+")} ${address}`)).toEqual([]);
  });
});
