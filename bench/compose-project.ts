/**
 * A Compose file of 20 services on one engine, images present: Terraform with a ComposeProject beside `docker compose`
 * and beside Terraform with a provider that does nothing, in one run: for as many resources with a name alone, and for
 * the same configuration by the same schemas. Synth apart.
 *
 *     npx tsx bench/compose-project.ts PATH-OF-DOCKER-COMPOSE [RUNS]
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { TerraformStack, Testing } from "cdktf";
import {
  buildDockerProvider,
  buildTestProvider,
  buildThingProvider,
  type Terraform,
  type TestProvider,
  terraformWith,
} from "../__tests__/e2e/provider/harness";
import { writeSynthesized } from "../__tests__/e2e/provider/harness/synthesized";
import { ComposeProject } from "../constructs/compose/compose-project";
import { DockerEngine } from "../constructs/engine/docker-engine";
import { median } from "./median";
import { printTable } from "./print-table";

const SERVICES = 20;
/** How many times what is beside it each step may take. */
const AIMS = { up: 1.3, nothing: 1.3, down: 1.2 } as const;
type Step = keyof typeof AIMS;
/** Floors are of resources with a name alone, and of the same schemas. */
const WHO = ["terraform", "compose", "floor", "schemas"] as const;
type Who = (typeof WHO)[number];

const [program = "docker-compose", runs = "5"] = process.argv.slice(2);
const name = `bench-${randomBytes(3).toString("hex")}`;
const run = promisify(execFile);

/** A database that is waited for, and services beside it, half of which wait; all end at once when they are stopped. */
function composeFile(): object {
  const common = { image: "alpine", command: ["sh", "-c", "trap 'exit 0' TERM; sleep 1d & wait"] };
  const others = Array.from({ length: SERVICES - 1 }, (_, i) => [
    `service-${i}`,
    {
      ...common,
      environment: { NUMBER: String(i) },
      networks: i % 3 === 0 ? ["front", "back"] : ["back"],
      ...(i % 5 === 0 && { volumes: [`data-${i % 3}:/data`] }),
      ...(i % 2 === 0 && { depends_on: { db: { condition: "service_healthy" } } }),
    },
  ]);
  const db = {
    ...common,
    networks: ["back"],
    volumes: ["db:/data"],
    healthcheck: { test: ["CMD", "true"], interval: "100ms" },
  };
  return {
    services: { db, ...Object.fromEntries(others) },
    networks: { front: {}, back: {} },
    volumes: { db: {}, "data-0": {}, "data-1": {}, "data-2": {} },
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function succeeding(outcome: ReturnType<Terraform["apply"]>): Promise<void> {
  const { code, text } = await outcome;
  if (code !== 0) throw new Error(text);
}

/** What each step takes of a Terraform. */
const stepsOf = async (terraform: Terraform): Promise<Record<Step, number>> => ({
  up: await seconds(() => succeeding(terraform.apply())),
  nothing: await seconds(() => succeeding(terraform.apply())),
  down: await seconds(() => succeeding(terraform.destroy())),
});

async function ours(provider: TestProvider): Promise<{ readonly terraform: Terraform; readonly resources: number }> {
  const terraform = await terraformWith(provider, "");
  rmSync(join(terraform.folder, "main.tf"));
  const file = join(terraform.folder, "compose.json");
  writeFileSync(file, JSON.stringify(composeFile()));
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "bench");
  new DockerEngine(stack, "docker");
  const { containers, networks, volumes, images } = ComposeProject.fromFile(stack, "it", { file, name });
  writeSynthesized(stack, terraform.folder);
  const made = [Object.values(containers).flat(), networks, volumes, images];
  return { terraform, resources: made.reduce((sum, each) => sum + Object.keys(each).length, 0) };
}

/** The same configuration for the provider that does nothing, whose types have the same schemas. */
async function alike(provider: TestProvider, configuration: string): Promise<Terraform> {
  const terraform = await terraformWith(provider, "");
  const { resource, terraform: block } = JSON.parse(configuration.replaceAll("docker_", "floor_"));
  const { source, version } = provider.manifest;
  const content = {
    resource,
    terraform: { ...block, required_providers: { floor: { source, version } } },
    provider: { floor: [{}] },
  };
  rmSync(join(terraform.folder, "main.tf"));
  writeFileSync(
    join(terraform.folder, "cdk.tf.json"),
    JSON.stringify(content).replaceAll('"provider":"docker"', '"provider":"floor"'),
  );
  return terraform;
}

const floor = (provider: TestProvider, resources: number): Promise<Terraform> =>
  terraformWith(
    provider,
    Array.from({ length: resources }, (_, i) => `resource "test_thing" "t${i}" {\n  name = "t${i}"\n}`).join("\n"),
  );

async function byCompose(folder: string): Promise<Record<Step, number>> {
  const compose = (...args: string[]) => run(program, ["-p", name, "-f", join(folder, "compose.json"), ...args]);
  const up = () => compose("up", "-d", "--quiet-pull");
  return {
    up: await seconds(up),
    nothing: await seconds(up),
    down: await seconds(() => compose("down", "--volumes")),
  };
}

async function main(): Promise<void> {
  const idle = buildTestProvider(join(__dirname, "floor/main.ts"), "floor");
  const [docker, thing] = [buildDockerProvider(), buildThingProvider()];
  const { terraform, resources } = await ours(docker);
  const nothing = await floor(thing, resources);
  const same = await alike(idle, readFileSync(join(terraform.folder, "cdk.tf.json"), "utf8"));
  const measured: Record<Who, Record<Step, number>[]> = { terraform: [], compose: [], floor: [], schemas: [] };
  try {
    for (let i = 0; i < Number(runs); i++) {
      measured.terraform.push(await stepsOf(terraform));
      measured.compose.push(await byCompose(terraform.folder));
      measured.floor.push(await stepsOf(nothing));
      measured.schemas.push(await stepsOf(same));
    }
  } finally {
    await terraform.destroy();
    for (const each of [terraform, nothing, same, docker, thing, idle]) each.remove();
  }
  const of = (who: Who, step: Step) => median(measured[who].map((each) => each[step]));
  const rows = (Object.keys(AIMS) as Step[]).map((step) => {
    // Where nothing changes there is nothing for `docker compose` to do either: what counts is Terraform's own share.
    const compose = step === "nothing" ? 0 : of("compose", step);
    const times = (who: Who) => of("terraform", step) / (of(who, step) + compose);
    return { step, factor: times("floor"), ofSchemas: times("schemas") };
  });
  console.log(`${SERVICES} services, ${resources} resources, medians of ${runs} runs`);
  printTable(
    ["", "terraform s", "docker compose s", "floor s", "of the schemas s", "times both", "with the schemas", "aim"],
    rows.map(({ step, factor, ofSchemas }) => [
      step,
      ...WHO.map((who) => of(who, step).toFixed(2)),
      factor.toFixed(2),
      ofSchemas.toFixed(2),
      String(AIMS[step]),
    ]),
  );
  if (rows.some(({ step, factor }) => factor > AIMS[step])) process.exitCode = 1;
}

void main();
