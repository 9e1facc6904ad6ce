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
  CredentialsError,
  type CredentialsErrorCode,
  type Environment,
} from "./credentials/credentials";
export { passwordFor } from "./credentials/ecr";
export { RegistryError, type RegistryErrorCode } from "./error";
export { exchange, type RegistryRequest, type RegistryResponse } from "./exchange";
export { isLoopback, registryHost, registryKey } from "./host";
export { canonical, familiar, parseReference, type Reference, repository, tryParseReference } from "./reference";
