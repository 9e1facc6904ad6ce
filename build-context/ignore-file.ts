import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BuildContextError } from "./error";

/**
 * The patterns that a build leaves out: of the file `DOCKERFILE.dockerignore` beside the Dockerfile where there is
 * one, else of `.dockerignore` at the context's root.
 *
 * @param dockerfile path of the Dockerfile
 */
export function readIgnoreFile(context: string, dockerfile: string): string[] {
  const text = tryRead(`${dockerfile}.dockerignore`) ?? tryRead(join(context, ".dockerignore")) ?? "";
  return parseIgnoreFile(text);
}

/** The patterns of an ignore file, comments and empty lines left out. */
export function parseIgnoreFile(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new BuildContextError("unreadable", file, code);
  }
}
