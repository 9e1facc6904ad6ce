import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_network");

export const network: readonly Difference[] = [
  ...rows(
    "meaning",
    ["check_duplicate"],
    "a name in use is always an error; there the engine alone decides, and old ones make a second network of the name",
  ),
  ...rows("computed", ["ipam_config.gateway"], "engines of API 1.52 and later tell the one that they chose"),
  ...rows("added", ["ipv4"], "Compose files can ask for it, and engines of API 1.47 have it"),
];
