import { labApp } from "./constructs/lab-stage/lab-app";
import { buildIfStale } from "./provider/build";
import { Stage1 } from "./stacks/stage1";

buildIfStale();

labApp((app) => {
  new Stage1(app);
});
