import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "docker-stages-node-"));
afterAll(() => rmSync(folder, { recursive: true }));

// A Node that is too old, before which nothing of ours is loaded.
writeFileSync(join(folder, "node"), "#!/bin/sh\necho v18.0.0\n");
chmodSync(join(folder, "node"), 0o755);

test.each([
  { env: { LANG: "en_GB.UTF-8" }, says: "./lab needs Node 20 to 26, and `node` is v18.0.0" },
  { env: { LANG: "es_ES.UTF-8" }, says: "./lab necesita Node 20 a 26, y `node` es v18.0.0" },
  { env: { LANG: "es_ES.UTF-8", LC_ALL: "C" }, says: "./lab needs Node" },
  { env: { LANG: "est" }, says: "./lab needs Node" },
])("without its Node, ./lab says so in the user's language: $env", ({ env, says }) => {
  const { LC_ALL: _, LC_MESSAGES: __, LANG: ___, ...rest } = process.env;
  const { status, stderr } = spawnSync(resolve(__dirname, "../../lab"), ["--help"], {
    env: { ...rest, ...env, PATH: `${folder}:${process.env["PATH"]}` },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining(says)]);
});
