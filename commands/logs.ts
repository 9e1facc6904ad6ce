import { Engine } from "../engine";
import { own } from "../foreign/own";
import { printable } from "../foreign/printable";
import { STACK_LABEL, STAGE_LABEL } from "../formats/labels";
import { naturalOrder } from "./natural-order";
import { namePrefix } from "./prefix";
import { LabProblem } from "./problem";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { type Stage, stageOf, swarmOf } from "./stages";
import { nodeContainers } from "./status/nodes";
import { during, printStyled, say, screen, styled } from "./terminal";
import { work } from "./words/work";

/** Something of a stage that prints. */
export interface LogSource {
  /** In full, behind the prefix. */
  readonly name: string;
  /** What else it may be called: without prefix, stage or stack. */
  readonly short: string;
  read(): Promise<string>;
}

/**
 * Prints what containers, or services, of a stage printed: all under their names, or one.
 *
 * @throws LabProblem `not-deployed`, `unknown-name`
 */
export async function logs(stage: Stage, name: string | undefined): Promise<void> {
  const engine = openEngine(chooseEngine());
  const inside: Engine[] = [];
  try {
    const all = await during(work.askingEngine(), async () => [
      ...(await containersOf(engine, stage)),
      ...(await servicesOf(engine, stage, inside)),
    ]);
    if (all.length === 0) throw LabProblem.of("not-deployed", { stage });
    const chosen = chooseSources(all, name, stage);
    for (const source of chosen) {
      const text = printable(await during(work.reading(source.name), () => source.read()));
      if (chosen.length > 1) printStyled(styled("bold", `==> ${source.name} <==`));
      if (text === "") say(work.printedNothing(source.name));
      else screen.write(text.endsWith("\n") ? text : `${text}\n`, process.stdout);
    }
  } finally {
    for (const each of [...inside, engine]) each.close();
  }
}

/** @throws LabProblem `unknown-name` */
export function chooseSources(all: readonly LogSource[], name: string | undefined, stage: Stage): readonly LogSource[] {
  if (name === undefined) return all;
  const chosen = all.filter((source) => source.name === name || source.short === name);
  if (chosen.length > 0) return chosen;
  throw LabProblem.of("unknown-name", {
    kind: work.containerOrService(stage),
    name,
    known: all.map(({ short }) => short),
  });
}

async function containersOf(engine: Engine, stage: Stage): Promise<LogSource[]> {
  const label = namePrefix() + stage;
  const found = await engine.containers.list({ all: true, filters: { label: `${STAGE_LABEL}=${label}` } });
  return found
    .map(({ Id, Names }) => {
      const name = Names[0]?.slice(1) ?? Id;
      const read = async () => (await engine.containers.logs(Id)).output;
      return { name, short: without(`${label}-`, name), read };
    })
    .sort(byName);
}

/** Those that it has in another stage's swarm, as a node that answers tells them. */
async function servicesOf(engine: Engine, stage: Stage, inside: Engine[]): Promise<LogSource[]> {
  if (stageOf(stage).leaves !== "stack") return [];
  const nodes = await nodeContainers(engine, namePrefix() + swarmOf(stage));
  if (nodes.length === 0) return [];
  const swarm = Engine.at(`container://${nodes.join(",")}`, { via: engine });
  inside.push(swarm);
  const found = await swarm.services.list({ filters: { label: [`${STAGE_LABEL}=${namePrefix()}${stage}`] } });
  return found
    .map(({ ID, Spec }) => {
      const name = Spec.Name ?? ID;
      const stack = own((Spec.Labels ?? {}) as Record<string, string>, STACK_LABEL);
      const read = async () => (await swarm.services.logs(ID)).output;
      return { name, short: without(`${stack}_`, name), read };
    })
    .sort(byName);
}

const without = (start: string, name: string) => (name.startsWith(start) ? name.slice(start.length) : name);

const byName = (a: LogSource, b: LogSource): number => naturalOrder(a.name, b.name);
