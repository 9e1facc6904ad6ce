import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_config");

export const config: readonly Difference[] = [
  ...rows("added", ["labels"], "the engine has them, and they tell whose a config is"),
  ...rows("added", ["template_driver"], "Compose files can ask for it, and the swarm has it"),
];
