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

/** What the checkout itself has there: its provider, which somebody may be about to copy, and its programs. */
const checkouts = ["provider", "compiled"];

function clear(): void {
  for (const name of readdirSync(dist)) if (!checkouts.includes(name)) rmSync(join(dist, name), { recursive: true });
}

function compile(): void {
  const tsc = require.resolve("typescript/bin/tsc");
  const { status, error } = spawnSync(process.execPath, [tsc, "-p", __dirname], { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const { zip } = buildIfStale();
clear();
compile();
for (const file of files) cpSync(join(checkout, file), join(dist, file));
for (const file of ["manifest.json", zip]) cpSync(join(dist, "provider", file), join(dist, "bundle", file));
