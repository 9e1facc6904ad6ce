import type { Engine } from "../engine";
import type { Stage as StageUnit } from "../stacks/stage";
import { namePrefix } from "./prefix";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { mendMesh } from "./setup/prepare-ingress";
import { type Stage, stageOf, stages, swarmOf } from "./stages";
import { nodesOf } from "./status/nodes";
import { findObjects } from "./status/objects";
import { stacksOf } from "./status/stacks";
import { objectTable } from "./status/table";
import { during, print, say, styled } from "./terminal";

/** What a stage has beside the engine's own objects. */
const beside: Readonly<
  Record<StageUnit["leaves"], (engine: Engine, stage: Stage, prefix: string) => Promise<string | undefined>>
> = {
  containers: async () => undefined,
  swarm: (engine, stage, prefix) => nodesOf(engine, prefix + stage),
  stack: (engine, stage, prefix) => stacksOf(engine, prefix + stage, prefix + swarmOf(stage)),
};

/** Shows what stages have on the engine, with state and age; without a name, of every stage that has anything. */
export async function status(named: readonly Stage[]): Promise<void> {
  const engine = openEngine(chooseEngine());
  const prefix = namePrefix();
  try {
    const looking = Promise.all(
      (named.length > 0 ? named : stages).map(async (stage) => ({
        stage,
        objects: await findObjects(engine, prefix + stage),
        more: await beside[stageOf(stage).leaves](engine, stage, prefix),
      })),
    );
    const found = await during("asking the engine", () => looking);
    const shown = named.length > 0 ? found : found.filter(({ objects, more }) => objects.length > 0 || more);
    if (shown.length === 0) say("no stage has anything on the engine");
    for (const { stage, objects, more } of shown) {
      print(styled("bold", stage));
      // A stage that is all inside another one's swarm has nothing on the engine itself.
      if (objects.length > 0 || !more) print(`${objectTable(objects, new Date())}\n`);
      if (more) print(`${more}\n`);
      if (more && stageOf(stage).leaves === "stack") await mendMesh(engine, { install: false });
    }
  } finally {
    engine.close();
  }
}
