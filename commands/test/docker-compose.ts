import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../offline/command";
import { say } from "../terminal";
import { tests } from "../words/tests";
import { cacheFolder, madeOnce } from "./cache";

const MODULE = "github.com/docker/compose/v5";
/** That is compiled; the version whose ways a ComposeProject has. */
const VERSION = "v5.6.0";

/** Docker Compose, compiled from its Go module and kept in the user's cache: once a version. Its program. */
export async function buildDockerCompose(): Promise<string> {
  const folder = await madeOnce(join(cacheFolder("docker-compose"), VERSION), async (partial) => {
    say(tests.dockerCompose(VERSION));
    const go = (...args: string[]) => run("go", args, { cwd: partial, env: { CGO_ENABLED: "0" } });
    await writeFile(join(partial, "go.mod"), "module program\n");
    await go("get", `${MODULE}/cmd@${VERSION}`);
    await go("build", "-ldflags", `-X ${MODULE}/internal.Version=${VERSION}`, "-o", "docker-compose", `${MODULE}/cmd`);
  });
  return join(folder, "docker-compose");
}
