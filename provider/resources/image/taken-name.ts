import type { ImageInspect } from "../../engine";
import type { Call } from "../../schema";

/** Says so where giving a name to an image took it from another one that now has none. */
export function warnOfTakenName(
  { warn }: Pick<Call, "warn">,
  name: string,
  before: ImageInspect | undefined,
  imageId: string,
): void {
  if (before === undefined || before.Id === imageId || (before.RepoTags ?? []).length !== 1) return;
  warn(
    `the name "${name}" was taken from another image, which has no name now`,
    `It was image ${before.Id}, which stays: \`docker image tag\` gives it another name, \`docker image rm\` removes it.`,
  );
}
