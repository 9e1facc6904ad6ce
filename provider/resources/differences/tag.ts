import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_tag");

export const tag: readonly Difference[] = [
  ...rows("added", ["tagged"], "a name is taken away on destroy only if the resource gave it"),
  ...rows(
    "meaning",
    ["source_image", "target_image"],
    "where either leads to another image by now, the name is given anew; there nobody looks",
  ),
  ...rows(
    "meaning",
    ["target_image"],
    "a name that is another image's is warned of at plan, and given back on destroy; there it stays taken",
  ),
];
