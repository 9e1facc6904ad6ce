export { type Outcome, outcomeOf, type Told } from "./output";
export type { Running } from "./running";
export { type PlannedChange, type StateResource, type Terraform, terraformWith } from "./terraform";
export { buildDockerProvider, buildTestProvider, buildThingProvider, type TestProvider } from "./test-provider";
export { isAlive, until } from "./until";
