import { type SpawnOptions, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { buildSync } from "esbuild";

const entry = resolve(__dirname, "../../engine/index.ts");

/** What a program prints that runs by itself, with the engine client's exports in scope as `client`. */
export async function separateProgram(program: string, options: SpawnOptions = {}): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "separate-program-"));
  try {
    const outfile = join(directory, "client.js");
    buildSync({ entryPoints: [entry], bundle: true, platform: "node", outfile });
    // Other users run it too.
    chmodSync(directory, 0o755);
    const source = `const client = require(${JSON.stringify(outfile)}); ${program}`;
    const child = spawn(process.execPath, ["-e", source], {
      cwd: "/",
      ...options,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return await text(child.stdout);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
