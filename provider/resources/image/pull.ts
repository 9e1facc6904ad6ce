import { type ImageInspect, isEngineError } from "../../../engine";
import { detail } from "../../../problem";
import { attributeError, type DiagnosticError, type Planned } from "../../schema";
import type { DockerCall } from "../define";
import { errorAtPath } from "../with-path";
import { isLeft, noteOf } from "./note";
import { isForPlatform, parsePlatform, platformOf } from "./platform";
import { logProgress } from "./progress";
import type { schema } from "./schema";

export interface WantedImage {
  readonly name: string;
  readonly platform?: string;
  readonly pull_triggers?: string[];
}

export interface Brought {
  readonly image: ImageInspect;
  /** Whether it is this configuration that brought it. */
  readonly pulled: boolean;
  /** Somebody else's image that had the name before. */
  readonly before: ImageInspect | undefined;
}

/** Pulls the image unless it is there. */
export async function bring(call: DockerCall, wanted: WantedImage): Promise<Brought> {
  const { engine, journal, signal } = call;
  const { name, pull_triggers: triggers = [] } = wanted;
  const before = await engine.images.tryInspect(name, { signal });
  const left = before !== undefined && isLeft(journal.orphansNamed(noteOf(name, engine)), before);
  if (!before || (await isOfOtherPlatform(call, before, wanted)) || triggers.length > 0)
    await pull(call, wanted, before);
  const image = await engine.images.inspect(name, { signal });
  if (await isOfOtherPlatform(call, image, wanted)) throw otherPlatform(image, wanted);
  return { image, pulled: image.Id !== before?.Id || left, before: left ? undefined : before };
}

/** What keeps the engine from asking, whatever is asked for. */
const registryTroubles = [
  "registry-unreachable",
  "registry-untrusted",
  "registry-limited",
  "registry-failing",
] as const;

type Asking = Pick<DockerCall, "engine" | "signal">;

/** Whether what has the name is for another platform than the one that is planned, as far as that is known. */
export async function isNowOfOtherPlatform(
  asking: Asking,
  { name, platform }: Planned<typeof schema>,
): Promise<boolean> {
  if (typeof name !== "string" || typeof platform !== "string") return false;
  const found = await asking.engine.images.tryInspect(name, { signal: asking.signal });
  return found !== undefined && isOfOtherPlatform(asking, found, { name, platform });
}

async function isOfOtherPlatform(
  { engine, signal }: Asking,
  found: ImageInspect,
  { name, platform }: WantedImage,
): Promise<boolean> {
  if (platform === undefined || platform === "") return false;
  if (found.Architecture) return !isForPlatform(found, platform);
  // Of an index engines from API 1.52 on tell nothing where they do not have their own platform of it.
  return (await engine.images.tryInspectFor(name, parsePlatform(platform), { signal })) === undefined;
}

/** What the engine makes containers of is told by what it tells of the name. */
function otherPlatform(image: ImageInspect, { name, platform }: WantedImage): DiagnosticError {
  const found = platformOf(image) || "another platform";
  return attributeError(
    ["platform"],
    `image "${name}" is for ${found} on the engine, although ${platform} was asked for`,
    `The registry has it for no other platform, or the engine's image store keeps both under this name and takes ${found} before the other. Remove \`platform\`, or remove the image from the engine (\`docker image rm ${name}\`) so that it has the one that is asked for alone.`,
  );
}

async function pull(call: DockerCall, wanted: WantedImage, before: ImageInspect | undefined): Promise<void> {
  const { engine, journal, registries, signal, warn } = call;
  const { name, platform } = wanted;
  if (!before) journal.settleNamed(noteOf(name, engine));
  const { nonce } = journal.open({ ...noteOf(name, engine), before: before?.Id });
  try {
    const auth = await registries.for(name);
    await engine.images.pull(name, { platform: platform || undefined, auth, signal, onProgress: logProgress(name) });
  } catch (error) {
    if (!isEngineError(error)) throw error;
    // Without an answer the engine may have gone on to the end of the pull.
    if (!isEngineError(error, "aborted", "timeout", "connection-lost", "unresponsive")) journal.settle(nonce);
    const isRefused = isEngineError(error, "not-found", "unauthorized", ...registryTroubles);
    if (!before || !isRefused || (await isOfOtherPlatform(call, before, wanted))) throw errorAtPath(["name"], error);
    warn(
      `image "${name}" was not pulled anew; the one that the engine has is used`,
      `${error.what}\n${detail(error.problems[0])}`,
    );
  }
}
