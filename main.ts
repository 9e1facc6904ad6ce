import { labApp } from "./constructs/lab-stage/lab-app";
import { buildIfStale } from "./provider/build";
import { Stage1 } from "./stacks/stage1";
import { Stage2 } from "./stacks/stage2";
import { Stage3 } from "./stacks/stage3";
import { Stage4 } from "./stacks/stage4";

buildIfStale();

labApp((app) => {
  new Stage1(app);
  new Stage2(app);
  const stage3 = new Stage3(app);
  new Stage4(app).addDependency(stage3);
});
