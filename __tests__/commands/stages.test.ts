import { isStage, type Stage, withDependents, withNeeds } from "../../commands/stages";

test.each<{ named: Stage[]; deployed: Stage[] }>([
  { named: ["stage1"], deployed: ["stage1"] },
  { named: ["stage4"], deployed: ["stage3", "stage4"] },
  { named: ["stage4", "stage1"], deployed: ["stage1", "stage3", "stage4"] },
  { named: ["stage3", "stage4"], deployed: ["stage3", "stage4"] },
  { named: [], deployed: [] },
])("deploying $named deploys $deployed, in this order", ({ named, deployed }) => {
  expect(withNeeds(named)).toEqual(deployed);
});

test.each<{ named: Stage[]; destroyed: Stage[] }>([
  { named: ["stage1"], destroyed: ["stage1"] },
  { named: ["stage3"], destroyed: ["stage4", "stage3"] },
  { named: ["stage4"], destroyed: ["stage4"] },
  { named: ["stage1", "stage3"], destroyed: ["stage4", "stage3", "stage1"] },
])("destroying $named destroys $destroyed, in this order", ({ named, destroyed }) => {
  expect(withDependents(named)).toEqual(destroyed);
});

test.each(["stage5", "constructor", ""])("%p is no stage", (name) => {
  expect(isStage(name)).toBe(false);
});
