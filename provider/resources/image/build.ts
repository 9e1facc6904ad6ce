import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { BuildContextError, resolveSource } from "../../../build-context";
import { type Engine, isEngineError, type ProgressMessage } from "../../../engine";
import { provenanceOf } from "../../../formats/provenance";
import { sbomOf } from "../../../formats/sbom";
import { attributeError } from "../../schema";
import type { UnnotedCall } from "../define";
import { buildCredentials } from "./build-credentials";
import { buildFailure } from "./build-failure";
import { openBuildLog } from "./build-log";
import { asksForMore, assertBuildable } from "./build-needs";
import { type Build, buildQuery, remoteContext } from "./build-query";
import { classicOnly } from "./build-schema";
import { readSecret } from "./build-secret";
import { buildSteps } from "./build-steps";
import type { Builder, BuildRequest } from "./builder";
import { buildkitBuilder } from "./buildkit-builder";
import { buildxBuilder } from "./buildx-builder";
import { classicBuilder } from "./classic-builder";
import { sentWithContext } from "./sent-with-context";
import { solveBuilder } from "./solve-builder";
import { sshAgents } from "./ssh-agents";

/** What a build has made. */
export interface BuiltImage {
  readonly id: string;
  /** A line each. */
  readonly steps: string;
}

/**
 * Builds an image and gives it its names.
 *
 * @throws DiagnosticError that says which step failed, and what it printed last
 */
export async function buildImage(call: UnnotedCall, name: string, build: Build): Promise<BuiltImage> {
  const { engine, registries, signal } = call;
  const remote = remoteContext(build);
  const request: BuildRequest = {
    engine,
    query: buildQuery(name, build),
    source: remote === undefined ? sourceOf(build) : undefined,
    remote,
    dockerfile: build.dockerfile,
    args: build.build_args ?? {},
    credentials: buildCredentials(build.auth_config, registries),
    secret: async (id) => readSecret(build.secrets, id),
    agents: await sshAgents(build.ssh),
    sessionId: build.session_id || undefined,
    signal,
  };
  for (const { id } of build.secrets) readSecret(build.secrets, id);
  const builder = await builderFor(call, name, build);
  await warnOfSentLog(call, build, request.source);
  await run(builder, request, name, build);
  const id = builder.progress.imageId ?? (await engine.images.inspect(name, { signal })).Id;
  return { id, steps: buildSteps(builder.progress.endedSteps()) };
}

/** Other providers do not look into a context: who comes from one may have it there. */
async function warnOfSentLog({ warn }: UnnotedCall, { build_log_file: file }: Build, source: BuildRequest["source"]) {
  const isSent = file && (await sentWithContext(file, source));
  if (isSent) warn(`build_log_file ${JSON.stringify(file)} is sent with the context`, isSent);
}

async function run(builder: Builder, request: BuildRequest, name: string, build: Build): Promise<void> {
  const log = openBuildLog(name, build.build_log_file);
  try {
    const told = (message: ProgressMessage) => log.write(builder.progress.read(message));
    await builder.build(request, told, () => log.clear());
  } catch (error) {
    if (error instanceof BuildContextError) throw located(error);
    if (!isEngineError(error)) throw error;
    const { source, args } = request;
    throw buildFailure({
      image: name,
      dockerfile: source && shown(source.dockerfile),
      args,
      progress: builder.progress,
      error,
    });
  } finally {
    log.close();
  }
}

/** @throws DiagnosticError */
export function sourceOf({ context, dockerfile }: Pick<Build, "context" | "dockerfile">) {
  try {
    return resolveSource({ context, dockerfile });
  } catch (error) {
    throw error instanceof BuildContextError ? located(error) : error;
  }
}

const located = (problem: BuildContextError) => attributeError(["build"], "the image cannot be built", problem.message);

const shown = (dockerfile: string) => ({
  path: relative(process.cwd(), dockerfile).startsWith("../..") ? dockerfile : relative(process.cwd(), dockerfile),
  text: readFileSync(dockerfile, "utf8"),
});

const CLASSIC = "1";
/** Buildx's name for the engine itself. */
const OWN_BUILDER = "default";

/** Attributes that the classic builder has no words for. */
const buildkitOnly = ["ssh", "cache_to", "no_cache_filter", "additional_contexts", "provenance", "sbom"] as const;

async function builderFor(call: UnnotedCall, name: string, build: Build): Promise<Builder> {
  const { engine, signal } = call;
  if (build.builder && build.builder !== OWN_BUILDER) {
    sayIgnored(call, build, `builder ${JSON.stringify(build.builder)}`, [...classicOnly, "auth_config"], OUTSIDE);
    return buildxBuilder(name, build);
  }
  if (build.version === CLASSIC || !(await hasBuildkit(engine, signal))) {
    const attestations = {
      provenance: provenanceOf(build.provenance) !== undefined,
      sbom: sbomOf(build.sbom) !== undefined,
    };
    const [needs] = [
      ...(build.secrets.length > 0 ? ["secrets"] : []),
      ...buildkitOnly.filter((each) => isSet({ ...build, ...attestations }[each])),
    ];
    if (needs !== undefined)
      throw attributeError(
        ["build"],
        `the classic builder has no ${needs}`,
        `Remove \`version = "1"\`, or remove \`${needs}\`.`,
      );
    return classicBuilder();
  }
  sayIgnored(
    call,
    build,
    "BuildKit",
    classicOnly,
    'Remove them, or set `version = "1"`: the classic builder obeys them.',
  );
  if (!asksForMore(build)) return buildkitBuilder();
  await assertBuildable(call, name, build);
  return solveBuilder(name, build);
}

const OUTSIDE =
  "Remove them: it builds within the limits that it was made with, with the credentials of `docker login` and not with the provider's.";

function sayIgnored(
  { warn }: Pick<UnnotedCall, "warn">,
  build: Build,
  who: string,
  names: readonly (keyof Build)[],
  remedy: string,
): void {
  const ignored = names.filter((name) => isSet(build[name])).map((name) => `\`${name}\``);
  if (ignored.length > 0) warn(`${who} ignores ${ignored.join(", ")}`, remedy);
}

/** Engines for Windows containers have none. */
async function hasBuildkit(engine: Engine, signal: AbortSignal): Promise<boolean> {
  return (await engine.system.version({ signal })).Os !== "windows";
}

const isSet = (value: unknown): boolean => Boolean(value) && !(Array.isArray(value) && value.length === 0);
