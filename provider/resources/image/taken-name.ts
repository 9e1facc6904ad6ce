import type { ImageInspect } from "../../engine";
import type { DockerCall } from "../define";

/** Says so where giving a name to an image took it from another one that now has none. */
export async function warnOfTakenName(
  { engine, warn, signal }: Pick<DockerCall, "engine" | "warn" | "signal">,
  name: string,
  before: ImageInspect | undefined,
  imageId: string,
): Promise<void> {
  if (before === undefined || before.Id === imageId || (before.RepoTags ?? []).length !== 1) return;
  // Engines with containerd's image store may drop what a build takes the name from.
  const isLeft = (await engine.images.tryInspect(before.Id, { signal })) !== undefined;
  warn(
    `the name "${name}" was taken from another image, which has no name now`,
    isLeft
      ? `It was image ${before.Id}, which stays: \`docker image tag\` gives it another name, \`docker image rm\` removes it.`
      : `It was image ${before.Id}, which the engine did not keep without a name.`,
  );
}
