import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_secret");

export const secret: readonly Difference[] = [
  ...rows(
    "forceNew",
    ["labels", "labels.label", "labels.value"],
    "the swarm changes them in place; a secret in use cannot be replaced",
  ),
  ...rows("added", ["driver", "driver_opts", "template_driver"], "Compose files can ask for it, and the swarm has it"),
];
