import { spawn } from "node:child_process";
import { type Engine, EngineError } from "../../../engine";
import { PlainProgress } from "../../buildkit";
import { attributeError } from "../../schema";
import type { Build } from "./build-query";
import type { Builder } from "./builder";
import { buildxArguments } from "./buildx-arguments";

/** A builder of buildx, which runs outside of the engine: the docker command knows how to reach it. */
export const buildxBuilder = (name: string, build: Build): Builder => {
  const progress = new PlainProgress();
  return {
    progress,
    async build({ engine, source, remote, dockerfile, signal }, told) {
      const names = [name, ...(build.tag ?? [])];
      const context = remote ?? source?.context ?? ".";
      const args = buildxArguments(names, build, context, source?.dockerfile ?? dockerfile);
      const options = { env: { ...process.env, DOCKER_HOST: hostOf(engine) }, signal };
      await docker(["buildx", "version"], options, () => {}).catch((error) => {
        throw signal.aborted ? error : missing(build.builder ?? "", error);
      });
      const code = await docker(args, options, (text) => told({ stream: text }));
      if (code !== 0) throw failure(progress.words || `docker buildx build ended with exit code ${code}`, engine);
    },
  };
};

/** Engines inside of containers are this provider's way, which the docker command does not know. */
function hostOf({ address, url }: Engine): string {
  if (address.kind !== "container") return url;
  throw attributeError(
    ["build"],
    "`builder` cannot be used with an engine inside a container",
    "Remove `builder`: the engine's own BuildKit builds then.",
  );
}

const missing = (builder: string, error: Error) =>
  attributeError(
    ["build"],
    `builder ${JSON.stringify(builder)} cannot be used: there is no \`docker buildx\``,
    `${error.message}\nInstall buildx, or remove \`builder\`: the engine's own BuildKit builds then.`,
  );

const failure = (words: string, { url }: Engine) =>
  new EngineError({
    code: "server-error",
    what: "the build failed",
    remedy: "Its output says why.",
    engineMessage: words,
    address: url,
  });

/** Runs the docker command to its end, and tells what it prints. Its exit code. */
function docker(
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
  told: (text: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn("docker", args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed = (printed + text).slice(-1000);
        told(text);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0 && args[1] === "version") reject(new Error(printed.trim()));
      else resolve(code ?? -1);
    });
  });
}
