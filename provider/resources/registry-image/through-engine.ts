import { isEngineError, type RegistryAuth } from "../../../engine";
import { passwordFor, registryHost, registryKey } from "../../../registry";
import type { UnnotedCall } from "../define";
import type { RegistryAccess } from "../registry";

export interface ReachedRegistry extends RegistryAccess {
  /** Whether the engine alone reaches the registry. @default false */
  readonly through_engine?: boolean;
}

/**
 * Digest of the manifest that the registry has under the name, as the engine tells it; undefined where it has none.
 *
 * Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Distribution
 */
export async function tryDigestThroughEngine(call: UnnotedCall, access: ReachedRegistry): Promise<string | undefined> {
  const { engine, signal } = call;
  const auth = await authFor(call, access);
  try {
    return (await engine.distribution(access.name, { auth, signal })).Descriptor.digest ?? undefined;
  } catch (error) {
    if (isEngineError(error, "not-found")) return undefined;
    throw error;
  }
}

/** Credentials for the image's registry: the resource's own, else the provider's. */
export const authFor = async ({ registries }: UnnotedCall, { name, auth_config: [own] }: RegistryAccess) =>
  own ? ownAuth(own) : registries.for(name);

function ownAuth(own: RegistryAccess["auth_config"][number]): RegistryAuth {
  const host = registryHost(own.address);
  return { ...own, password: passwordFor(host, own.password), serveraddress: registryKey(host) };
}
