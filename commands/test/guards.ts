import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { checkout } from "../checkout";

/** A check of the whole repository that is no test of its own. */
export interface Guard {
  readonly name: string;
  /** Script of package.json. */
  readonly script: string;
}

export const guards: readonly Guard[] = [
  { name: "types (tsc)", script: "typecheck" },
  { name: "format and lint (Biome)", script: "lint" },
  { name: "dead code and dependencies (knip)", script: "knip" },
  { name: "arrows between folders (dependency-cruiser)", script: "arrows" },
  { name: "names that others chose (guards/foreign-names.ts)", script: "names" },
  { name: "time that regular expressions take (recheck, scslre)", script: "expressions" },
  { name: "the public interface (api/, by API Extractor)", script: "api" },
];

/** What the guard complains of; undefined where it is content. */
export function runGuard({ script }: Guard): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", script], { cwd: checkout, stdio: ["ignore", "pipe", "pipe"] });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => printed.push(chunk));
    child.on("error", reject).on("close", (code) => {
      const complaint = stripVTControlCharacters(Buffer.concat(printed).toString()).trimEnd();
      resolve(code === 0 ? undefined : complaint);
    });
  });
}
