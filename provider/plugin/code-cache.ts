import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

export interface CodeCache {
  /** Kept in it if it exists. */
  readonly folder: string;
  /** Names the content: what is kept under it is code of this very script. */
  readonly name: string;
}

export interface LoadedScript {
  readonly exports: unknown;
  /** Keeps what V8 compiled, unless that is there already. */
  keep(): void;
}

/**
 * `require` for a CommonJS script in ASCII, which spares compiling what an earlier process compiled: 20 of 125 ms from
 * start to the first answer. Terraform's own folder is as safe a place as the executable's, which lies in it. It is
 * not in the zip because it differs between versions of Node.js and from run to run, and the zip's bytes must not.
 */
export function loadScript(file: string, { folder, name }: CodeCache): LoadedScript {
  const kept = join(folder, `${name}-${process.arch}-${process.versions.v8}.code`);
  const cachedData = tryRead(kept);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`;
  const script = new Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, join(file, ".."));
  return {
    exports: module.exports,
    keep: () => {
      if ((!cachedData || script.cachedDataRejected) && existsSync(folder)) tryWrite(kept, script.createCachedData());
    },
  };
}

function tryRead(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Without the right to write there the next start is just as slow. */
function tryWrite(file: string, content: Buffer): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, file);
  } catch {}
}
