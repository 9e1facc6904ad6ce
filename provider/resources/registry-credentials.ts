import type { RegistryAuth } from "../../engine";

/** What the provider knows of registries. */
export interface RegistryCredentials {
  /** Credentials for the registry that an image reference names; undefined where none are known. */
  for(reference: string): Promise<RegistryAuth | undefined>;
  /** Whether that registry is said to speak no TLS. @default - it is not */
  isPlain?(reference: string): boolean;
}

/** Every registry is asked without credentials. */
export const anonymous: RegistryCredentials = { for: async () => undefined };
