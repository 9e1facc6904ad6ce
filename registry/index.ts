export { type Manifest, RegistryClient, type RegistryClientOptions } from "./client";
export {
  type ConfigFile,
  credentialsIn,
  parseConfigFile,
  readConfigFile,
  userConfigFile,
} from "./credentials/config-file";
export {
  type Credentials,
  CredentialsProblem,
  type CredentialsProblemCode,
  type Environment,
} from "./credentials/credentials";
export { passwordFor } from "./credentials/ecr";
export { isLoopback, registryHost, registryKey } from "./host";
export { RegistryProblem, type RegistryProblemCode } from "./problem";
export { canonical, familiar, parseReference, type Reference, repository, tryParseReference } from "./reference";
