/**
 * Builds by docker-stages' provider beside `docker build` by hand, both on BuildKit, in one run: stage 2's hello image after a
 * change of its index.js, and a context of 100 MB, new and with one file changed. `npx tsx bench/build.ts [RUNS]`
 */
import { execFile } from "node:child_process";
import { randomBytes, randomFillSync } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { Engines } from "../engine";
import { registryCredentials } from "../provider/configuration/registry-credentials";
import { buildImage } from "../provider/resources/image/build";
import { build as buildFields } from "../provider/resources/image/build-schema";
import { LeftImages } from "../provider/resources/image/left-images";
import type { Config } from "../provider/schema";
import { complete } from "../provider/schema/plan/conform";
import { plan } from "../provider/schema/plan/plan";
import { withoutUnknown } from "../provider/schema/value";
import { median } from "./median";
import { printTable } from "./print-table";
import { Workspace } from "./workspace";

const run = promisify(execFile);
const runs = Number(process.argv[2] ?? 5);
const prefix = `bench-${randomBytes(3).toString("hex")}`;
const folder = mkdtempSync(join(tmpdir(), `${prefix}-`));
const engines = new Engines();
const engine = engines.at();
const MEGABYTE = 1024 * 1024;

/** A folder to build from, and what is done to it before each build so that no build before answers for it. */
interface Case {
  readonly what: string;
  lay(context: string): void;
  change(context: string): void;
}

/** No two builds, of whatever tool, have the same content. */
const unique = () => randomBytes(16).toString("hex");

const large = (context: string) => {
  writeFileSync(join(context, "Dockerfile"), "FROM scratch\nCOPY . /\n");
  for (let i = 0; i < 100; i++) writeFileSync(join(context, `part-${i}`), randomFillSync(Buffer.alloc(MEGABYTE)));
};

const cases: readonly Case[] = [
  {
    what: "hello:v0.1, index.js changed",
    lay: (context) => cpSync(join(__dirname, "../images/node-hello/v0.1"), context, { recursive: true }),
    change: (context) => writeFileSync(join(context, "index.js"), `console.log("${unique()}");\n`),
  },
  {
    what: "100 MB, one of 100 files changed",
    lay: large,
    change: (context) => writeFileSync(join(context, "part-7"), unique()),
  },
  { what: "100 MB, all new", lay: large, change: large },
];

/** A way to build the context under a name. */
interface Tool {
  readonly how: string;
  build(context: string, name: string): Promise<unknown>;
}

const BUILDKIT = { ...process.env, DOCKER_BUILDKIT: "1" };
let docker = "docker";

/** The first docker command on the PATH that builds with BuildKit: from version 23 on it needs buildx for that. */
async function dockerWithBuildkit(): Promise<string> {
  const context = mkdtempSync(join(folder, "trial-"));
  writeFileSync(join(context, "Dockerfile"), "FROM scratch\nLABEL trial=1\n");
  const { stdout } = await run("which", ["-a", "docker"]);
  for (const command of stdout.trim().split("\n")) {
    try {
      await run(command, ["build", "-q", "-t", nameOf("trial"), context], { env: BUILDKIT });
      return command;
    } catch {
      // The next one may.
    }
  }
  throw new Error("no docker command on the PATH builds with BuildKit: install buildx");
}

const registries = registryCredentials([], process.env);
const leftImages = new LeftImages(join(folder, "left-images"));

/** A build of which nothing but its context is asked. */
const askedFor = (context: string) =>
  withoutUnknown(plan(buildFields, undefined, complete(buildFields, { context })).planned) as unknown as Config<
    typeof buildFields
  >;

const tools: readonly Tool[] = [
  {
    how: "docker build",
    build: (context, name) => run(docker, ["build", "-q", "-t", name, context], { env: BUILDKIT }),
  },
  {
    how: "provider",
    build: (context, name) =>
      buildImage(
        { engine, engines, registries, leftImages, signal: new AbortController().signal, warn: console.warn },
        name,
        askedFor(context),
      ),
  },
  {
    how: "terraform apply",
    async build(context, name) {
      const workspace = new Workspace(
        `resource "docker_image" "it" {\n  name = "${name}"\n  build {\n    context = "${context}"\n  }\n}\n`,
      );
      try {
        await workspace.init();
        const begun = performance.now();
        await workspace.terraform("apply", "-auto-approve");
        return performance.now() - begun;
      } finally {
        workspace.remove();
      }
    },
  },
];

async function main(): Promise<void> {
  docker = await dockerWithBuildkit();
  const rows: string[][] = [];
  for (const each of cases) rows.push(await measure(each));
  printTable(["seconds, median", ...tools.map(({ how }) => how), "provider / docker build"], rows);
}

/** Each tool has a context of its own, and they take turns. */
async function measure({ what, lay, change }: Case): Promise<string[]> {
  const seconds = tools.map((): number[] => []);
  const contexts = tools.map((_, i) => mkdtempSync(join(folder, `context-${i}-`)));
  contexts.forEach(lay);
  for (let i = -1; i < runs; i++) {
    for (const [t, { build }] of tools.entries()) {
      change(contexts[t]!);
      const begun = performance.now();
      const own = await build(contexts[t]!, nameOf(`${t}`));
      const milliseconds = typeof own === "number" ? own : performance.now() - begun;
      await engine.images.remove(nameOf(`${t}`));
      // The first time fills the caches: base image, steps before the change, what the engine has of the context.
      if (i >= 0) seconds[t]!.push(milliseconds / 1000);
    }
  }
  const medians = seconds.map(median);
  return [what, ...medians.map((each) => each.toFixed(2)), (medians[1]! / medians[0]!).toFixed(2)];
}

const nameOf = (tag: string) => `${prefix}:${tag}`;

async function cleanUp(): Promise<void> {
  for (const tag of ["trial", ...tools.keys()]) await engine.images.tryRemove(nameOf(`${tag}`), { force: true });
  engines.close();
  rmSync(folder, { recursive: true, force: true });
}

main()
  .finally(cleanUp)
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
