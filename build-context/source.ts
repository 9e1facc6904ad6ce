import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { BuildContextError } from "./error";
import { requireFolder } from "./walk";

/** What an image is built from. */
export interface BuildSource {
  /** Folder that the Dockerfile copies from; relative paths are from where the process works. */
  readonly context: string;
  /** Path of the Dockerfile, from the context; it may lie outside. @default "Dockerfile" */
  readonly dockerfile?: string;
}

/** The same with absolute paths, links followed, of a folder and a file that exist. @throws BuildContextError */
export function resolveSource({ context, dockerfile = "Dockerfile" }: BuildSource): Required<BuildSource> {
  requireFolder(resolve(context));
  const folder = realpathSync(resolve(context));
  // From where the process works is what `docker build -f` would take it for.
  const places = isAbsolute(dockerfile) ? [dockerfile] : [...new Set([join(folder, dockerfile), resolve(dockerfile)])];
  const found = [...places, ...places.slice(0, 1).map(lowerCase)].find(existsSync);
  if (found === undefined) {
    const [first = "", ...others] = places;
    throw new BuildContextError("dockerfile-absent", first, others.map((other) => ` nor at ${other}`).join(""));
  }
  return { context: folder, dockerfile: realpathSync(found) };
}

/** `dockerfile` does where there is no `Dockerfile`, as for Docker. */
const lowerCase = (file: string): string => join(dirname(file), basename(file).replace(/^Dockerfile$/, "dockerfile"));
