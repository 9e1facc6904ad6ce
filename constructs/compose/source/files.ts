import { readFileSync, statSync } from "node:fs";
import { own } from "../../../foreign/own";

/** Where files come from. Phases read through it, so that tests need no disk. */
export interface Files {
  /** Content of a file, undefined where there is none. */
  read(path: string): Uint8Array | undefined;
}

/** The machine's own files. A folder, and what may not be read, count as absent. */
export const disk: Files = {
  read(path) {
    try {
      return statSync(path).isFile() ? readFileSync(path) : undefined;
    } catch {
      return undefined;
    }
  },
};

/** Files held in memory, by path. */
export function memory(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    read(path) {
      const content = own(contents, path);
      return content === undefined ? undefined : Buffer.from(content);
    },
  };
}
