import { BuildContextError, isRemoteContext, resolveSource } from "../../../build-context";
import { own } from "../../../foreign/own";
import { readByteSize } from "../../../formats/byte-size";
import { isFetched } from "../convert/build";
import { resolveFrom } from "../merge/documents";
import type { Origin } from "../source/source";
import { splitTokens } from "../terraform/tokens";
import { at, type Scope, type ServiceCheck } from "./scope";

const contextsAreThere: ServiceCheck = (service, name, scope) => {
  const { build } = service;
  if (!build) return;
  // One that is a text needs the folder alone.
  const { context = ".", dockerfile = build.dockerfile_inline === undefined ? undefined : "." } = build;
  const origin = scope.origins.of(build, "context") ?? at(scope, service, name, "build")!;
  const written = { context, dockerfile: dockerfile ?? "" };
  for (const [key, value] of Object.entries(written))
    if (value.includes("\0")) {
      scope.problems.report("nul-in-text", origin, { key, value: value.replaceAll("\0", "\\0") });
      return;
    }
  if (isRemoteContext(context)) {
    scope.problems.report("build-context-remote", origin, { context });
    return;
  }
  try {
    resolveSource({ context: resolveFrom(origin, context), dockerfile });
  } catch (error) {
    if (!(error instanceof BuildContextError)) throw error;
    scope.problems.report("build-context", origin, { what: error.message });
  }
};

/** Kinds of contexts that no engine gets by itself. */
const OTHER_KIND = /^(?:service|target|oci-layout):/;

const moreContextsAreThere: ServiceCheck = ({ build }, _, { origins, problems }) => {
  const { additional_contexts: contexts = {} } = build ?? {};
  for (const [name, context] of Object.entries(contexts)) {
    const origin = origins.of(contexts, name) ?? origins.of(build!, "additional_contexts")!;
    if (!context || OTHER_KIND.test(context))
      problems.report("build-more-context", origin, { name, context: context ?? "" });
    else if (!isFetched(context)) reportMissing(resolveFrom(origin, context), problems, origin);
  }
};

function reportMissing(folder: string, problems: Scope["problems"], origin: Origin): void {
  try {
    // The folder alone: it needs no Dockerfile.
    resolveSource({ context: folder, dockerfile: "." });
  } catch (error) {
    if (!(error instanceof BuildContextError)) throw error;
    problems.report("build-context", origin, { what: error.message });
  }
}

const dockerfilesAreOne: ServiceCheck = ({ build }, _, { origins, problems }) => {
  const { dockerfile, dockerfile_inline: inline } = build ?? {};
  if (inline === undefined) return;
  const origin = origins.of(build!, "dockerfile_inline");
  if (dockerfile !== undefined) problems.report("dockerfile-twice", origin, {});
  if (splitTokens(inline).some(({ isToken }) => isToken)) problems.report("dockerfile-of-apply", origin, {});
};

const buildsAreOfOnePlatform: ServiceCheck = ({ build }, _, { origins, problems }) => {
  if (!build?.platforms || build.platforms.length < 2) return;
  problems.report("build-platforms", origins.of(build, "platforms"), { platforms: build.platforms.join(", ") });
};

const buildSecretsAreFiles: ServiceCheck = ({ build }, _, { project, origins, problems }) => {
  build?.secrets?.forEach(({ source }, i) => {
    if (own(project.secrets ?? {}, source)?.file === undefined)
      problems.report("build-secret", origins.of(build.secrets!, i), { secret: source });
  });
};

const buildSizesAreSizes: ServiceCheck = ({ build }, _, { origins, problems }) => {
  if (build?.shm_size === undefined || readByteSize(build.shm_size) !== undefined) return;
  problems.report("build-size", origins.of(build, "shm_size"), { value: build.shm_size });
};

/** Services that name one image are of one build. */
const imagesAreBuiltOnce: ServiceCheck = (service, name, scope) => {
  if (!service.build) return;
  const [first] = Object.entries(scope.services).find(([, { build, image }]) => build && image === service.image)!;
  if (first === name || JSON.stringify(own(scope.services, first)!.build) === JSON.stringify(service.build)) return;
  const facts = { image: service.image!, service: first };
  scope.problems.report("build-twice", at(scope, service, name, "build"), facts);
};

/** What is checked of services whose images are built. */
export const buildChecks: readonly ServiceCheck[] = [
  contextsAreThere,
  moreContextsAreThere,
  dockerfilesAreOne,
  buildsAreOfOnePlatform,
  buildSecretsAreFiles,
  buildSizesAreSizes,
  imagesAreBuiltOnce,
];
