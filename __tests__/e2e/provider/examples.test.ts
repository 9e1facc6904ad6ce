import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import {
  buildDockerProvider,
  type Outcome,
  type PlannedChange,
  type Terraform,
  type TestProvider,
  terraformWith,
} from "./harness";

jest.setTimeout(240_000);
const folder = join(__dirname, "../../../docs/provider/examples");
const prefix = newPrefix("examples");
const examples = readdirSync(folder).map((file) => file.replace(/\.tf$/, ""));

let engine: Engine;
let provider: TestProvider;
let terraform: Terraform;
let applied: Outcome;
let again: readonly PlannedChange[];

/** Each example is a module of its own, under names of its own: one init, apply and plan serve all. */
beforeAll(async () => {
  engine = openEngine();
  provider = buildDockerProvider();
  terraform = await terraformWith(provider, "");
  const { source } = provider.manifest;
  for (const name of examples) {
    const text = readFileSync(join(folder, `${name}.tf`), "utf8").replaceAll('= "example', `= "${prefix}-${name}`);
    mkdirSync(join(terraform.folder, name));
    const required = `terraform {\n  required_providers {\n    docker = { source = "${source}" }\n  }\n}\n`;
    // A module has no provider block of its own.
    writeFileSync(
      join(terraform.folder, name, "main.tf"),
      required + text.replace(/^provider "docker" \{[\s\S]*?^\}/m, ""),
    );
  }
  terraform.write(examples.map((name) => `module "${name}" {\n  source = "./${name}"\n}`).join("\n"));
  await terraform.run("init");
  applied = await terraform.apply();
  again = await terraform.plan();
});

afterAll(async () => {
  await terraform?.destroy();
  const left = await objectsNamed(engine, prefix);
  await removeNamed(engine, prefix);
  engine.close();
  terraform?.remove();
  provider?.remove();
  expect(left).toEqual([]);
});

test("the examples of the documentation can be applied as they stand", () => {
  expect(applied.errors).toEqual([]);
  expect(applied.code).toBe(0);
});

test.each(examples)("planned again, the example of %s changes nothing", (name) => {
  const changes = again.filter(({ address }) => address.startsWith(`module.${name}.`));
  expect(changes.filter(({ actions }) => !["no-op", "read"].includes(actions[0]!))).toEqual([]);
});

test("every type that needs no swarm has an example", () => {
  const ofSwarms = ["config", "secret", "service", "swarm", "swarm_node", "nodes", "services", "tasks"];
  const pagesOf = (part: string) => readdirSync(join(folder, "..", part)).map((file) => file.replace(/\.md$/, ""));
  const wanted = [...pagesOf("resources"), ...pagesOf("data-sources").map((type) => `data_${type}`)];
  const isOfSwarms = (type: string) => ofSwarms.some((each) => type.endsWith(`docker_${each}`));
  expect(wanted.filter((type) => !isOfSwarms(type) && !examples.includes(type))).toEqual([]);
});
