import { ContextProblem, resolveSource } from "../../../build-context";
import { own } from "../../../foreign/own";
import { readByteSize } from "../../../formats/byte-size";
import { resolveFrom } from "../merge/documents";
import { at, type ServiceCheck } from "./scope";

/** What is fetched by the engine rather than sent: an address, or Git's short form of one. */
const remote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;

export const contextsAreThere: ServiceCheck = (service, name, scope) => {
  const { build } = service;
  if (!scope.builds || !build) return;
  const { context = ".", dockerfile } = build;
  const origin = scope.origins.of(build, "context") ?? at(scope, service, name, "build")!;
  if (remote.test(context)) {
    scope.problems.report("build-context-remote", origin, { context });
    return;
  }
  try {
    resolveSource({ context: resolveFrom(origin, context), dockerfile });
  } catch (error) {
    if (!(error instanceof ContextProblem)) throw error;
    scope.problems.report("build-context", origin, { what: error.message });
  }
};

export const buildsAreOfOnePlatform: ServiceCheck = ({ build }, _, { builds, origins, problems }) => {
  if (!builds || !build?.platforms || build.platforms.length < 2) return;
  problems.report("build-platforms", origins.of(build, "platforms"), { platforms: build.platforms.join(", ") });
};

export const buildSecretsAreFiles: ServiceCheck = ({ build }, _, { builds, project, origins, problems }) => {
  if (!builds) return;
  build?.secrets?.forEach(({ source }, i) => {
    if (own(project.secrets ?? {}, source)?.file === undefined)
      problems.report("build-secret", origins.of(build.secrets!, i), { secret: source });
  });
};

export const buildSizesAreSizes: ServiceCheck = ({ build }, _, { builds, origins, problems }) => {
  if (!builds || build?.shm_size === undefined || readByteSize(build.shm_size) !== undefined) return;
  problems.report("build-size", origins.of(build, "shm_size"), { value: build.shm_size });
};

/** Services that name one image are of one build. */
export const imagesAreBuiltOnce: ServiceCheck = (service, name, scope) => {
  if (!scope.builds || !service.build) return;
  const [first] = Object.entries(scope.services).find(([, { build, image }]) => build && image === service.image)!;
  if (first === name || JSON.stringify(own(scope.services, first)!.build) === JSON.stringify(service.build)) return;
  const facts = { image: service.image!, service: first };
  scope.problems.report("build-twice", at(scope, service, name, "build"), facts);
};
