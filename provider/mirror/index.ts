export { layMirror } from "./lay-mirror";
export { platforms } from "./platforms";
export { cliConfiguration, requiredProviders } from "./settings";
