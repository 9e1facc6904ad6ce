import { statSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { inWords } from "../../../languages/text";
import type { Lesson } from "../../../stacks/lesson";
import { addressesOf } from "../../addresses";
import { mendMesh } from "../../setup/prepare-ingress";
import { type Stage, stageOf } from "../../stages";
import { deployedOutputs, isDeployed, stateFile } from "../../state-file";
import { stageFolder } from "../../terraform/stage-folder";
import { checkLessons, lessonLine } from "../../verify/check-lessons";
import { hasAnything, openLiveStage } from "../../verify/live-stage";
import { work } from "../../words/work";
import type { Board } from "../board";
import type { CheckView, StageView } from "../protocol";
import type { Job } from "../work/worker";
import { declaredOutputs } from "./stage-outputs";
import { stageView } from "./stage-view";

/** Keeps the guide of stages on a board: what their steps printed, and which of their lessons hold. */
export class Guide {
  private readonly checked = new Map<Lesson, Pick<CheckView, "holds" | "instead">>();
  private readonly lessons: ReadonlyMap<Stage, readonly Lesson[]>;
  private addresses: ReadonlyMap<Stage, StageView["addresses"]> = new Map();
  private seen = "";

  constructor(
    private readonly stages: readonly Stage[],
    private readonly engine: Engine,
    private readonly board: Board,
  ) {
    this.lessons = new Map(stages.map((stage) => [stage, stageOf(stage).lessons()]));
  }

  /** Reads what was deployed since the last look. */
  look(): void {
    const seen = JSON.stringify(this.stages.flatMap((stage) => filesOf(stage).map(lastChange)));
    if (seen === this.seen) return;
    this.seen = seen;
    // What was checked of a stage goes with it.
    for (const stage of this.stages) if (!isDeployed(stage)) this.forget(stage);
    this.show();
  }

  /** Asks where the stages are seen in a browser. */
  async findAddresses(): Promise<void> {
    const found = this.stages.map(async (stage) => {
      const addresses = isDeployed(stage) ? await addressesOf(this.engine, stage) : [];
      return [stage, addresses.map(({ name, url }) => ({ name, url }))] as const;
    });
    this.addresses = new Map(await Promise.all(found));
    this.show();
  }

  /** Checks the lessons of a stage, as `./lab verify` does. */
  verify(stage: Stage): Job {
    return async (say, signal) => {
      const { live, close } = await openLiveStage(this.engine);
      try {
        if (!(await hasAnything(stage, live))) {
          say(inWords(work.nothingThere(stage)));
          return 1;
        }
        this.forget(stage);
        this.show();
        if (stageOf(stage).leaves === "stack") await mendMesh(this.engine, { install: true });
        let code = 0;
        for (const lesson of this.lessons.get(stage)!) {
          if (signal.aborted) return 1;
          await checkLessons([lesson], live, (checked) => {
            this.checked.set(lesson, { holds: checked.holds, instead: checked.instead ?? null });
            if (!checked.holds) code = 1;
            say(lessonLine(checked));
          });
          this.show();
        }
        return code;
      } finally {
        await close();
      }
    };
  }

  private forget(stage: Stage): void {
    for (const lesson of this.lessons.get(stage)!) this.checked.delete(lesson);
  }

  private show(): void {
    this.board.set(
      "stages",
      this.stages.map((stage) =>
        stageView({
          name: stage,
          texts: stageOf(stage).texts(),
          lessons: this.lessons.get(stage)!,
          checked: this.checked,
          isDeployed: isDeployed(stage),
          isInSwarm: stageOf(stage).leaves !== "containers",
          deployed: deployedOutputs(stage),
          declared: declaredOutputs(stage),
          addresses: this.addresses.get(stage) ?? [],
        }),
      ),
    );
  }
}

const filesOf = (stage: Stage): string[] => [stateFile(stage), join(stageFolder(stage), "cdk.tf.json")];

const lastChange = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
