import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { allBut, archiveOf, both, type Filter, readIgnoreFile, walk } from "../../../build-context";
import { isEngineError, type ProgressMessage } from "../../../engine";
import { baseImages, ClassicProgress, parseDockerfile } from "../../buildkit";
import { credentialsFor } from "./build-credentials";
import type { Builder, BuildRequest } from "./builder";

/** Times that a build is begun while other builds take images out of the cache that it looks into. */
const TRIES = 5;

/** The builder that engines had before BuildKit: it is sent everything before it begins. */
export function classicBuilder(): Builder {
  let progress = new ClassicProgress();
  return {
    get progress() {
      return progress;
    },
    async build(request, told, begunAnew) {
      for (let tries = 1; ; tries++) {
        try {
          return await buildOnce(request, told);
        } catch (error) {
          if (!isEngineError(error, "cached-image-gone") || tries === TRIES) throw error;
          progress = new ClassicProgress();
          begunAnew();
        }
      }
    },
  };
}

async function buildOnce(
  { engine, query, source, remote, dockerfile, args, credentials, signal }: BuildRequest,
  told: (message: ProgressMessage) => void,
): Promise<void> {
  const text = source && readFileSync(source.dockerfile, "utf8");
  const images = text === undefined ? [] : baseImages(parseDockerfile(text), args);
  const sent = source && sentWith(source, text ?? "");
  const messages = await engine.build({
    query: { ...query, version: "1", remote, dockerfile: sent?.dockerfile ?? dockerfile },
    context: sent?.archive,
    registries: await credentialsFor(images, credentials),
    signal,
  });
  for await (const message of messages) told(message);
}

/**
 * The context with the Dockerfile in it. One from elsewhere is added under a name of its own, which the ignore file
 * names as well: the engine reads both and takes them out again.
 * Source: what the docker CLI sends (github.com/docker/cli, cli/command/image/build/context.go).
 */
function sentWith({ context, dockerfile }: NonNullable<BuildRequest["source"]>, text: string) {
  const patterns = readIgnoreFile(context, dockerfile);
  const inside = relative(context, dockerfile);
  const isOutside = inside.startsWith("..");
  const added = `.dockerfile.${createHash("sha256").update(text).digest("hex").slice(0, 20)}`;
  if (!isOutside) {
    const filter = also([inside, ".dockerignore"], allBut(patterns));
    return { dockerfile: inside, archive: archiveOf(context, walk(context, filter)) };
  }
  const ignoring = [...patterns, added, ".dockerignore"].map((line) => `${line}\n`).join("");
  return {
    dockerfile: added,
    archive: archiveOf(context, walk(context, both(allBut(patterns), allBut([".dockerignore"]))), [
      { path: added, content: text },
      { path: ".dockerignore", content: ignoring },
    ]),
  };
}

/** These files too, whatever else is left out. */
function also(paths: readonly string[], filter: Filter): Filter {
  return {
    includes: (path) => paths.includes(path) || filter.includes(path),
    reachesInto: (folder) => paths.some((path) => path.startsWith(`${folder}/`)) || filter.reachesInto(folder),
  };
}
