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
export { HUB, registryHost, registryKey } from "./host";
export { canonical, familiar, parseReference, type Reference, repository, tryParseReference } from "./reference";
