import { readFileSync } from "node:fs";
import { join } from "node:path";
import { differencesOf } from "./differences";
import { documents } from "./documents";
import { type Inspected, inspectedProject } from "./inspected";
import { inBatches, Run } from "./run";

// Every document is deployed, and what the engine then has is held against what `docker compose up -d` made of it.
jest.setTimeout(900_000);

const recorded = JSON.parse(readFileSync(join(__dirname, "fixtures/recorded.json"), "utf8")) as {
  readonly projects: Readonly<Record<string, Inspected | string>>;
};
const taken = documents.filter(({ name }) => typeof recorded.projects[name] === "object");

const run = Run.ofThisFile();

test("there are at least 80 documents that both take", () => {
  expect(taken.length).toBeGreaterThanOrEqual(80);
});

describe.each(inBatches(taken))("batch $batch", ({ documents: batch }) => {
  beforeAll(async () => {
    await run.openTerraform();
    run.synth(batch);
    await run.apply();
  });
  afterAll(async () => {
    await run.terraform.destroy();
    run.terraform.remove();
  });

  test.each(batch)("$name: what the engine has is what `docker compose up` makes", async (document) => {
    const { names, terraform } = run;
    const ground = { project: names.project(document), names, folder: join(terraform.folder, document.name) };
    const ours = await inspectedProject(run.engine, ground);
    expect(differencesOf(recorded.projects[document.name] as Inspected, ours)).toEqual([]);
  });

  test("a second plan is empty", async () => {
    const changes = await run.terraform.changes();
    expect(changes.map(({ address, actions }) => `${actions.join("+")} ${address}`)).toEqual([]);
  });
});
