import type { Engine, RegistryAuth } from "../../../engine";
import { isEngineError } from "../../../engine";
import { recorded } from "./image-name";

/** What a registry says of an image, as `docker service create` records it. */
export interface ResolvedImage {
  /** `name:tag@sha256:…` */
  readonly reference: string;
  readonly platforms: { readonly Architecture?: string; readonly OS?: string }[];
}

/**
 * Pins a tag to its digest, so that every node runs the same; undefined where the registry does not say.
 * Source: https://docs.docker.com/reference/cli/docker/stack/deploy/ (`--resolve-image`)
 */
export async function tryResolveImage(
  engine: Engine,
  image: string,
  options: { readonly auth?: RegistryAuth; readonly signal: AbortSignal },
): Promise<ResolvedImage | undefined> {
  if (image.includes("@") || /^[0-9a-f]{64}$/.test(image)) return undefined;
  try {
    const { Descriptor, Platforms } = await engine.distribution(image, options);
    return { reference: `${recorded(image)}@${Descriptor.digest}`, platforms: (Platforms ?? []).map(platform) };
  } catch (error) {
    if (isEngineError(error, "aborted")) throw error;
    if (isEngineError(error)) return undefined;
    throw error;
  }
}

/** Nodes tell more of a 32-bit ARM than images do (`armv7l`): asked for by name, none would take the task. */
const platform = (found: { architecture?: string | null; os?: string | null }) => ({
  Architecture: found.architecture?.toLowerCase() === "arm" ? undefined : (found.architecture ?? undefined),
  OS: found.os ?? undefined,
});
