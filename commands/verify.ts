import { speakAs } from "../languages/text";
import { addressesOf, addressLine } from "./addresses";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { mendMesh } from "./setup/prepare-ingress";
import { type Stage, stageOf, stages } from "./stages";
import { isDeployed } from "./state-file";
import { during, print, printJson, printStyled, say, styled } from "./terminal";
import { type CheckedLesson, checkLessons, lessonLine, lessonRecord } from "./verify/check-lessons";
import { hasAnything, openLiveStage } from "./verify/live-stage";
import { work } from "./words/work";

interface VerifyOptions {
  /** For programs. @default false */
  readonly json?: boolean;
}

/** Checks the lessons of stages on the live engine; without a name, of those that are deployed. */
export async function verify(named: readonly Stage[], { json = false }: VerifyOptions): Promise<void> {
  if (json) speakAs("en");
  const wanted = named.length > 0 ? named : stages.filter((stage) => isDeployed(stage));
  if (wanted.length === 0) say(work.noStageToVerify());
  const engine = openEngine(chooseEngine());
  const { live, close } = await during(work.askingEngine(), () => openLiveStage(engine));
  const tell = (lesson: CheckedLesson) => (json ? undefined : printStyled(lessonLine(lesson)));
  const all: Partial<Record<Stage, ReturnType<typeof lessonRecord>[]>> = {};
  try {
    for (const stage of wanted) {
      if (!json) printStyled(styled("bold", stage));
      if (stageOf(stage).leaves === "stack") await mendMesh(engine, { install: true });
      const isThere = await during(work.askingEngine(), () => hasAnything(stage, live));
      const lessons = await (isThere ? checkLessons(stageOf(stage).lessons(), live, tell) : missing(stage, tell));
      all[stage] = lessons.map(lessonRecord);
      if (lessons.some(({ holds }) => !holds)) process.exitCode = 1;
      const addresses = isThere ? await addressesOf(engine, stage) : [];
      if (addresses.length > 0 && !json) print(addressLine(addresses, engine));
    }
    if (json) printJson(all);
  } finally {
    await close();
    engine.close();
  }
}

/** Where nothing of a stage is there, that is said once. */
function missing(stage: Stage, tell: (lesson: CheckedLesson) => void): CheckedLesson[] {
  const lesson = {
    teaches: work.somethingThere,
    holds: false,
    instead: work.nothingThere(stage),
  };
  tell(lesson);
  return [lesson];
}
