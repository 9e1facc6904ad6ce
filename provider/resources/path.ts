/** Whether a path of the engine's host, which may be Windows, is absolute. */
export const isAbsolute = (path: string): boolean => /^(\/|[a-zA-Z]:[\\/]|\\\\)/.test(path);

/** Without what makes no difference: slashes that are doubled or at the end. */
export const plainPath = (path: string): string => path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
