import { posix, win32 } from "node:path";
import type { Validator } from "../schema/attribute";

/** Whether a path of the engine's host, which may be Windows, is absolute. */
export const isAbsolute = (path: string): boolean => /^(\/|[a-zA-Z]:[\\/]|\\\\)/.test(path);

/** As the engine cleans paths: without doubled slashes, `.`, `..` and a slash at the end. */
export function cleanPath(path: string): string {
  if (path === "") return path;
  const { normalize } = /^([a-zA-Z]:|\\\\)/.test(path) ? win32 : posix;
  return normalize(path).replace(/(?<=[^:])[\\/]$/, "");
}

/** Whether two texts are one path to the engine. */
export const samePath = (a: string, b: string): boolean => cleanPath(a) === cleanPath(b);

/** What a relative path of this machine's could have meant. */
export const hostPath = (path: string): string =>
  `a path of the engine's host, \`abspath("${path}")\` for one of this machine`;

/** An absolute path; `example` is what to write otherwise. */
export const absolutePath =
  (example: (path: string) => string): Validator<string> =>
  (path) =>
    isAbsolute(path) ? undefined : `${JSON.stringify(path)} is not absolute; write ${example(path)}`;
