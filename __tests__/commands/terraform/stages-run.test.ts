import type { Stage } from "../../../commands/stages";
import { StageFailure } from "../../../commands/terraform/stage-run";
import { inTurn } from "../../../commands/terraform/stages-run";

const all: readonly Stage[] = ["stage1", "stage3", "stage4"];
const needs = (stage: Stage): readonly Stage[] => (stage === "stage4" ? ["stage3"] : []);
beforeEach(() => jest.spyOn(process.stderr, "write").mockImplementation(() => true));
afterEach(() => jest.restoreAllMocks());

/** Stages whose ends are in the test's hands. */
class Runs {
  readonly begun: Stage[] = [];
  private readonly ends = new Map<Stage, { resolve: (value: string) => void; reject: (reason: Error) => void }>();

  run = (stage: Stage): Promise<string> => {
    this.begun.push(stage);
    return new Promise((resolve, reject) => this.ends.set(stage, { resolve, reject }));
  };
  end = (stage: Stage) => this.ends.get(stage)!.resolve(`${stage} is done`);
  fail = (stage: Stage, error: Error) => this.ends.get(stage)!.reject(error);
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("stages without a bond run side by side, one that needs another after it", async () => {
  const runs = new Runs();
  const results = inTurn(all, needs, runs.run, "");
  await turn();
  expect(runs.begun).toEqual(["stage1", "stage3"]);
  runs.end("stage3");
  await turn();
  expect(runs.begun).toEqual(["stage1", "stage3", "stage4"]);
  runs.end("stage4");
  runs.end("stage1");
  expect([...(await results).values()].sort()).toEqual(["stage1 is done", "stage3 is done", "stage4 is done"]);
});

test("one that fails keeps those from being begun that need it, the others go on; the last line helps", async () => {
  const runs = new Runs();
  const results = inTurn(all, needs, runs.run, "`./lab deploy stage4` goes on from here");
  await turn();
  runs.fail("stage3", new StageFailure("stage3 failed: no room"));
  await turn();
  runs.end("stage1");
  await expect(results).rejects.toMatchObject({
    code: "stages-failed",
    message: "stage3 failed: no room\nstage4: not begun\n`./lab deploy stage4` goes on from here",
  });
  expect(runs.begun).toEqual(["stage1", "stage3"]);
});

test("what is no failure of a stage is told as it is, once all have ended", async () => {
  const runs = new Runs();
  const results = inTurn(all, needs, runs.run, "");
  await turn();
  const defect = new TypeError("defect");
  runs.fail("stage1", defect);
  runs.fail("stage3", new StageFailure("stage3 failed: no room"));
  await expect(results).rejects.toBe(defect);
});
