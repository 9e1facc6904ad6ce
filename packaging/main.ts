import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildIfStale } from "../provider/build";

/*
 * Makes what the npm package holds, in dist/: the modules behind index.ts as CommonJS with declarations, the files that
 * they read, and the provider's bundle. `npm pack` runs it.
 */
const checkout = join(__dirname, "..");
const dist = join(checkout, "dist");

/** What constructs read, by paths that are the same from here and from dist/. */
const files = ["images/swarm-node/entrypoint", "images/voting-app/docker-stack.yml"];

/** Everything but the provider's bundle, which is built only where it is stale. */
function clear(): void {
  const { zip } = buildIfStale();
  const bundle = ["manifest.json", zip];
  for (const name of readdirSync(dist)) if (name !== "provider") rmSync(join(dist, name), { recursive: true });
  for (const name of readdirSync(join(dist, "provider")))
    if (!bundle.includes(name)) rmSync(join(dist, "provider", name), { recursive: true });
}

function compile(): void {
  const tsc = require.resolve("typescript/bin/tsc");
  const { status, error } = spawnSync(process.execPath, [tsc, "-p", __dirname], { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

clear();
compile();
for (const file of files) cpSync(join(checkout, file), join(dist, file));
