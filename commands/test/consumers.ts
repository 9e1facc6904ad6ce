import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../engine";
import { own } from "../../foreign/own";
import { checkout } from "../checkout";
import { makeReady } from "../setup/ready";
import { stages } from "../stages";
import { checkLine, printStyled, say } from "../terminal";
import { tests } from "../words/tests";
import { chosen } from "./chosen";
import { greeting, STACK } from "./consumers/app";
import type { Consumer } from "./consumers/consumer";
import { consumers } from "./consumers/consumers";
import { type HclConsumer, hclConsumers, playHcl } from "./consumers/hcl";
import { packPackage } from "./consumers/pack";
import { Project } from "./consumers/project";
import { type Counts, conclude } from "./counts";
import { runJest } from "./jest";
import { makeTestProgramsReady } from "./packages";

type AnyConsumer = Consumer | HclConsumer;

interface ConsumersOptions {
  readonly install: boolean;
}

/**
 * Packs the package and takes it into projects outside of the checkout: type checks, deploy on the engine, a second one
 * that changes nothing, an edit, destroy.
 *
 * @param names of consumers @default - all
 */
export async function testConsumers(names: readonly string[], options: ConsumersOptions): Promise<void> {
  const wanted = chosen(tests.consumer, all, names);
  await makeTestProgramsReady(options);
  conclude(await runConsumers(wanted, options));
}

/** Those of examples/, each with a test of its own. */
const examples = readdirSync(join(checkout, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name: `examples/${name}` }));

const all: readonly (AnyConsumer | (typeof examples)[number])[] = [...consumers, ...hclConsumers, ...examples];

/** The one that is part of every run of all tests. */
export const chosenConsumers = chosen(tests.consumer, all, ["strict"]);

export async function runConsumers(chosen: typeof all, options: ConsumersOptions): Promise<Counts[]> {
  const wanted = chosen.filter((each) => "title" in each);
  const shown = chosen.filter((each) => !("title" in each));
  const { engine, env } = await makeReady(stages, options);
  const folder = await mkdtemp(join(tmpdir(), "consumers-"));
  const counts: Counts[] = [];
  try {
    const tarball = await packPackage(folder);
    for (const consumer of wanted)
      counts.push(await played(consumer, { folder: join(folder, consumer.name), tarball, engine, env }));
    const paths = shown.map(({ name }) => `__tests__/e2e/${name}.test.ts`);
    if (paths.length > 0) counts.push(await runJest("examples", { ...env, T_TARBALL: tarball }, paths));
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
  return counts;
}

interface Ground {
  readonly folder: string;
  readonly tarball: string;
  readonly engine: Engine;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface NamedGround extends Ground {
  /** What the names of everything that is made begin with. */
  readonly stack: string;
}

/** Whether all went as it should; a line says what did not. */
async function played(consumer: AnyConsumer, ground: Ground): Promise<Counts> {
  say(`${consumer.name}: ${consumer.title}`);
  try {
    await play(consumer, { ...ground, stack: `t-consumer-${randomBytes(4).toString("hex")}` });
    printStyled(checkLine(true, consumer.name));
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    printStyled(checkLine(false, `${consumer.name}: ${(error as Error).message}`));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function play(consumer: AnyConsumer, ground: NamedGround): Promise<void> {
  const { stack, engine, ...rest } = ground;
  if ("program" in consumer) await playHcl({ ...rest, prefix: stack, program: await consumer.program() });
  else await playApp(consumer, ground);
  const left = await engine.containers.list({ all: true, filters: { name: [stack] } });
  if (left.length > 0) throw new Error(`destroy left ${left.flatMap(({ Names }) => Names).join(", ")}`);
}

async function playApp(consumer: Consumer, { folder, tarball, env, stack }: NamedGround): Promise<void> {
  const project = await Project.make(consumer, folder, tarball, { ...env, [STACK]: stack });
  const file = Object.keys(consumer.files)[0]!;
  for (const [program, ...args] of consumer.checks) await project.run([program!, ...args]);
  try {
    await deploys(project, consumer, stack, greeting.before);
    const second = await project.run([consumer.cli, "diff", stack]);
    if (!/No changes/.test(second)) throw new Error(`a second plan is not empty: ${second}`);
    await project.edit(file, greeting.before, greeting.after);
    await deploys(project, consumer, stack, greeting.after);
  } finally {
    await project.run([consumer.cli, "destroy", stack, "--auto-approve"]);
  }
}

async function deploys(project: Project, { cli }: Consumer, stack: string, printed: string): Promise<void> {
  const outputs = "outputs.json";
  await project.run([cli, "deploy", stack, "--auto-approve", "--outputs-file", outputs]);
  const found = own(JSON.parse(await project.read(outputs)) as Record<string, { printed: string }>, stack)?.printed;
  if (found?.trim() !== printed) throw new Error(`the app printed ${JSON.stringify(found)}, not ${printed}`);
}
