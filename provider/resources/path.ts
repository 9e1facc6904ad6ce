import type { Validator } from "../schema/attribute";

/** Whether a path of the engine's host, which may be Windows, is absolute. */
export const isAbsolute = (path: string): boolean => /^(\/|[a-zA-Z]:[\\/]|\\\\)/.test(path);

/** Without what makes no difference: slashes that are doubled or at the end. */
export const plainPath = (path: string): string => path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");

/** What a relative path of this machine's could have meant. */
export const hostPath = (path: string): string =>
  `a path of the engine's host, \`abspath("${path}")\` for one of this machine`;

/** An absolute path; `example` is what to write otherwise. */
export const absolutePath =
  (example: (path: string) => string): Validator<string> =>
  (path) =>
    isAbsolute(path) ? undefined : `${JSON.stringify(path)} is not absolute; write ${example(path)}`;
