import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../offline/command";
import { madeOnce } from "../cache";

const MODULE = "github.com/moby/moby/v2";

/** Of the engine that is ahead of every release, the programs that the suite's are left out for. */
const programs = ["dockerd", "docker-proxy"];

/** Go that the module asks for, taken from the module proxy where this machine's is older. Source: its go.mod. */
const GO = "1.26.3";

/**
 * Compiles Moby's engine from its Go module, without C: it is linked against nothing of this machine.
 *
 * @param version `v2.0.0-beta.24`
 * @param cache where it is kept
 * @returns a folder of programs, made once a version
 */
export async function compileMoby(version: string, cache: string): Promise<string> {
  const told = `-X ${MODULE}/dockerversion.Version=${version.slice(1)}`;
  const modules = programs.map((name) => `${MODULE}/cmd/${name}@${version}`);
  return madeOnce(join(cache, `moby_${version}`), async (partial) => {
    const env = { GOBIN: partial, CGO_ENABLED: "0", GOTOOLCHAIN: "local" };
    await run(await goProgram(), ["install", "-ldflags", told, ...modules], { env });
  });
}

/** A go that is new enough. */
async function goProgram(): Promise<string> {
  const found = (await run("go", ["env", "GOVERSION"])).trim().slice("go".length);
  if (found.localeCompare(GO, "en", { numeric: true }) >= 0) return "go";
  const { Dir } = JSON.parse(
    await run("go", ["mod", "download", "-json", `golang.org/toolchain@v0.0.1-go${GO}.linux-${architecture()}`]),
  ) as { Dir: string };
  // A module's files are kept without their permission to run.
  for (const folder of ["bin", "pkg/tool"])
    for (const each of await readdir(join(Dir, folder), { recursive: true, withFileTypes: true }))
      if (each.isFile()) await chmod(join(each.parentPath, each.name), 0o755);
  return join(Dir, "bin/go");
}

const architecture = () => (process.arch === "x64" ? "amd64" : process.arch);
