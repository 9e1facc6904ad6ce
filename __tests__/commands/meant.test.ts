import { meantStage } from "../../commands/meant";
import { stages } from "../../commands/stages";

test.each([
  ["Stage1", "stage1"],
  ["STAGE-2", "stage2"],
  ["stage_3", "stage3"],
  ["1", "stage1"],
  ["stagee1", "stage1"],
  ["satge4", "stage4"],
])("by %s somebody means %s", (name, stage) => {
  expect(meantStage(name, stages)).toBe(stage);
});

test.each(["stage9", "stage12", "9", "lab", ""])("by %j nobody is known to mean any", (name) => {
  expect(meantStage(name, stages)).toBeUndefined();
});
