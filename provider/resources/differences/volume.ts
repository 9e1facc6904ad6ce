import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_volume");

export const volume: readonly Difference[] = [
  ...rows(
    "meaning",
    ["name"],
    "a volume of somebody else's under the name is an error; there it is taken over, and removed with all that is in it",
  ),
];
