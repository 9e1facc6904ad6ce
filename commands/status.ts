import type { Engine } from "../engine";
import { speakAs } from "../languages/text";
import type { Stage as StageUnit } from "../stacks/stage";
import { type Address, addressesOf, addressLine } from "./addresses";
import { namePrefix } from "./prefix";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { mendMesh } from "./setup/prepare-ingress";
import { type Stage, stageOf, stages, swarmOf } from "./stages";
import { nodesOf } from "./status/nodes";
import { findObjects } from "./status/objects";
import { stacksOf } from "./status/stacks";
import { type Beside, objectTable, plainTable, type Table, tableRecords } from "./status/table";
import { during, print, printJson, printStyled, say, styled } from "./terminal";
import { work } from "./words/work";

interface StatusOptions {
  /** For programs. @default false */
  readonly json?: boolean;
}

/** What is known of a stage. */
interface StageStatus {
  readonly stage: Stage;
  readonly objects: Table;
  readonly beside: Beside | undefined;
  readonly addresses: readonly Address[];
}

/** What a stage has beside the engine's own objects. */
const besideOf: Readonly<
  Record<StageUnit["leaves"], (engine: Engine, stage: Stage, prefix: string) => Promise<Beside | undefined>>
> = {
  containers: async () => undefined,
  swarm: (engine, stage, prefix) => nodesOf(engine, prefix + stage),
  stack: (engine, stage, prefix) => stacksOf(engine, prefix + stage, prefix + swarmOf(stage)),
};

/** Shows what stages have on the engine, with state and age; without a name, of every stage that has anything. */
export async function status(named: readonly Stage[], { json = false }: StatusOptions): Promise<void> {
  if (json) speakAs("en");
  const engine = openEngine(chooseEngine());
  try {
    const wanted = named.length > 0 ? named : stages;
    const found = await during(work.askingEngine(), () => Promise.all(wanted.map((stage) => statusOf(engine, stage))));
    const shown = named.length > 0 ? found : found.filter(hasAnything);
    if (json) return printJson(Object.fromEntries(shown.map(forPrograms)));
    if (shown.length === 0) say(work.nothingOnEngine());
    for (const each of shown) await show(engine, each);
  } finally {
    engine.close();
  }
}

async function statusOf(engine: Engine, stage: Stage): Promise<StageStatus> {
  const prefix = namePrefix();
  const [objects, beside] = await Promise.all([
    findObjects(engine, prefix + stage),
    besideOf[stageOf(stage).leaves](engine, stage, prefix),
  ]);
  return {
    stage,
    objects: objectTable(objects),
    beside,
    addresses: typeof beside === "object" ? await addressesOf(engine, stage) : [],
  };
}

const hasAnything = ({ objects, beside }: StageStatus) => objects.rows.length > 0 || beside !== undefined;

async function show(engine: Engine, { stage, objects, beside, addresses }: StageStatus): Promise<void> {
  printStyled(styled("bold", stage));
  // A stage that is all inside another one's swarm has nothing on the engine itself.
  if (objects.rows.length > 0 || beside === undefined) print(`${plainTable(objects)}\n`);
  if (typeof beside === "string") print(`${beside}\n`);
  else if (beside) for (const table of Object.values(beside)) print(`${plainTable(table)}\n`);
  if (beside !== undefined && stageOf(stage).leaves === "stack") await mendMesh(engine, { install: false });
  if (addresses.length > 0) print(addressLine(addresses, engine));
}

function forPrograms({ stage, objects, beside = {}, addresses }: StageStatus): [Stage, object] {
  const tables =
    typeof beside === "string"
      ? { trouble: beside }
      : Object.fromEntries(Object.entries(beside).map(([name, table]) => [name, tableRecords(table)]));
  return [stage, { objects: tableRecords(objects), ...tables, ...(addresses.length > 0 && { addresses }) }];
}
