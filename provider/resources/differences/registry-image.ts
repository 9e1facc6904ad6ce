import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_registry_image");

export const registryImage: readonly Difference[] = [
  ...rows("added", ["through_engine"], "a registry on a network of containers is reached by their engines alone"),
  ...rows(
    "meaning",
    ["sha256_digest"],
    "where the tag leads to another image by now, what is on the engine is pushed anew; there it is told and left",
  ),
  ...rows(
    "meaning",
    ["keep_remotely"],
    "without it the tag is removed alone; there all tags of the same image go with it",
  ),
];
