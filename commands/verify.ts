import { Engine } from "../engine";
import { STAGE_LABEL } from "../formats/labels";
import { namePrefix } from "./prefix";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { placeOf } from "./setup/engine-place";
import { mendMesh } from "./setup/prepare-ingress";
import { type Stage, stages } from "./stages";
import { isDeployed } from "./state-file";
import { checkLine, say, styled } from "./terminal";
import { checkLessons, type Lesson, type LiveStage } from "./verify/lesson";
import { portsHere, portsThrough } from "./verify/published-ports";
import { stage1 } from "./verify/stage1";
import { stage2 } from "./verify/stage2";
import { stage3 } from "./verify/stage3";
import { hasStack, stage4 } from "./verify/stage4";

const lessonsOf: Readonly<Record<Stage, readonly Lesson[]>> = { stage1, stage2, stage3, stage4 };

/** Checks the lessons of stages on the live engine; without a name, of those that are deployed. */
export async function verify(named: readonly Stage[]): Promise<void> {
  const wanted = named.length > 0 ? named : stages.filter((stage) => isDeployed(stage));
  if (wanted.length === 0) say("no stage is deployed: `./lab deploy` does it");
  const engine = openEngine(chooseEngine());
  const inner: Engine[] = [];
  const prefix = namePrefix();
  const { publishesHere, machine } = await placeOf(engine);
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
      console.log(styled("bold", stage));
      if (stage === "stage4") await mendMesh(engine, { install: true });
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
  if (await hasAnything(stage, live)) return checkLessons(lessonsOf[stage], live, console.log);
  console.log(checkLine(false, `nothing of it is on the engine: \`./lab deploy ${stage}\` puts it there`));
  return 1;
}

async function hasAnything(stage: Stage, live: LiveStage): Promise<boolean> {
  const { engine, name } = live;
  if (stage === "stage4") return hasStack(live);
  const filters = { label: `${STAGE_LABEL}=${name(stage)}` };
  return (await engine.containers.list({ all: true, filters })).length > 0;
}
