import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkout } from "../checkout";

/** A check of the whole repository that is no test of its own. */
export interface Guard {
  readonly name: string;
  /** Program of node_modules/.bin, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
}

const folders = ["main.ts", "stacks", "constructs", "provider", "commands", "offline"];

export const guards: readonly Guard[] = [
  { name: "types (tsc)", command: ["tsc", "--noEmit"] },
  { name: "format and lint (Biome)", command: ["biome", "ci", "."] },
  { name: "dead code and dependencies (knip)", command: ["knip"] },
  {
    name: "arrows between folders (dependency-cruiser)",
    command: ["depcruise", "--config", ".dependency-cruiser.cjs", ...folders],
  },
];

/** What the guard complains of; undefined where it is content. */
export function runGuard({ command: [program, ...args] }: Guard): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(checkout, "node_modules/.bin", program), args, {
      cwd: checkout,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => printed.push(chunk));
    child
      .on("error", reject)
      .on("close", (code) => resolve(code === 0 ? undefined : Buffer.concat(printed).toString()));
  });
}
