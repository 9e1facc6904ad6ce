import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { checkout } from "../checkout";
import { guardNames } from "../words/tests";

/** A check of the whole repository that is no test of its own. */
export interface Guard {
  name(): string;
  /** Script of package.json. */
  readonly script: string;
}

export const guards: readonly Guard[] = Object.entries(guardNames).map(([script, name]) => ({ script, name }));

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
