import { labApp } from "./constructs/lab-stage/lab-app";
import type { LabStage } from "./constructs/lab-stage/lab-stage";
import { buildIfStale } from "./provider/build";
import { stages } from "./stacks";

buildIfStale();

labApp((app) => {
  const made = new Map<string, LabStage>();
  for (const [name, { stack, needs }] of Object.entries(stages)) {
    const Stack = stack();
    const stage = new Stack(app);
    for (const need of needs) stage.addDependency(made.get(need)!);
    made.set(name, stage);
  }
});
