import type { RegistryAuth } from "../engine";

/** Finds the credentials for the registry that an image reference names; undefined where none are known. */
export interface RegistryCredentials {
  for(reference: string): Promise<RegistryAuth | undefined>;
}

/** Every registry is asked without credentials. */
export const anonymous: RegistryCredentials = { for: async () => undefined };
