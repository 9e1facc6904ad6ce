import { Engine } from "../engine";
import { STAGE_LABEL } from "../formats/labels";
import type { LiveStage } from "../stacks/lesson";
import { namePrefix } from "./prefix";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { placeOf } from "./setup/engine-place";
import { mendMesh } from "./setup/prepare-ingress";
import { type Stage, stageOf, stages } from "./stages";
import { isDeployed } from "./state-file";
import { checkLine, during, print, say, styled } from "./terminal";
import { checkLessons } from "./verify/check-lessons";
import { portsHere, portsThrough } from "./verify/published-ports";

/** Checks the lessons of stages on the live engine; without a name, of those that are deployed. */
export async function verify(named: readonly Stage[]): Promise<void> {
  const wanted = named.length > 0 ? named : stages.filter((stage) => isDeployed(stage));
  if (wanted.length === 0) say("no stage is deployed: `./lab deploy` does it");
  const engine = openEngine(chooseEngine());
  const inner: Engine[] = [];
  const prefix = namePrefix();
  const { publishesHere, machine } = await during("asking the engine", () => placeOf(engine));
  const node = async () => (await engine.containers.inspect(`${prefix}stage3-node1`)).Image;
  const live: LiveStage = {
    engine,
    ports: publishesHere ? portsHere : portsThrough(engine, machine, node),
    name: (name) => prefix + name,
    inside(container) {
      const inside = Engine.at(`container://${prefix}${container}`, { via: engine });
      inner.push(inside);
      return inside;
    },
  };
  try {
    for (const stage of wanted) {
      print(styled("bold", stage));
      if (stageOf(stage).leaves === "stack") await mendMesh(engine, { install: true });
      const failed = await checkStage(stage, live);
      if (failed > 0) process.exitCode = 1;
    }
  } finally {
    await live.ports.close();
    for (const each of [...inner, engine]) each.close();
  }
}

/** How many lessons do not hold; where nothing of the stage is there, that is said once. */
async function checkStage(stage: Stage, live: LiveStage): Promise<number> {
  if (await hasAnything(stage, live)) return checkLessons(stageOf(stage).lessons(), live, print);
  print(checkLine(false, `nothing of it is on the engine: \`./lab deploy ${stage}\` puts it there`));
  return 1;
}

async function hasAnything(stage: Stage, live: LiveStage): Promise<boolean> {
  const { engine, name } = live;
  const { isThere } = stageOf(stage);
  if (isThere) return isThere(live);
  const filters = { label: `${STAGE_LABEL}=${name(stage)}` };
  return (await engine.containers.list({ all: true, filters })).length > 0;
}
