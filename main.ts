import { labApp } from "./constructs/lab-stage/lab-app";
import { Stage1 } from "./stacks/stage1";

labApp((app) => {
  new Stage1(app);
});
