import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_volume");

export const volume: readonly Difference[] = [
  ...rows(
    "meaning",
    ["name"],
    "a volume of somebody else's under the name is an error, and one that took the place of the one that was made reads as gone and stays; there it is taken over, and removed with all that is in it",
  ),
];
