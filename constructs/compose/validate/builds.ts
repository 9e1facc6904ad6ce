import { BuildContextError, isRemoteContext, resolveSource } from "../../../build-context";
import { own } from "../../../foreign/own";
import { readByteSize } from "../../../formats/byte-size";
import { cacheComplaint } from "../../../formats/cache-entry";
import { provenanceComplaint } from "../../../formats/provenance";
import { sbomComplaint } from "../../../formats/sbom";
import { sshComplaint } from "../../../formats/ssh-entry";
import { builtService, isFetched } from "../convert/build";
import { resolveFrom } from "../merge/documents";
import { nearest } from "../problems/suggest";
import type { Origin } from "../source/source";
import { splitTokens } from "../terraform/tokens";
import { circlesIn } from "./circles";
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
const OTHER_KIND = /^(?:target|oci-layout):/;

const moreContextsAreThere: ServiceCheck = ({ build }, _, scope) => {
  const { origins, problems } = scope;
  const { additional_contexts: contexts = {} } = build ?? {};
  for (const [name, context] of Object.entries(contexts)) {
    const origin = origins.of(contexts, name) ?? origins.of(build!, "additional_contexts")!;
    const other = builtService(context ?? "");
    if (other !== undefined) reportUnknown(other, origin, scope);
    else if (!context || context === "service:" || OTHER_KIND.test(context))
      problems.report("build-more-context", origin, { name, context: context ?? "" });
    else if (!isFetched(context)) reportMissing(resolveFrom(origin, context), problems, origin);
  }
};

/** The service may be one that is not built where its image is given in code; its image is taken then. */
function reportUnknown(other: string, origin: Origin, { services, inactive, problems }: Scope): void {
  const known = Object.keys(services);
  const profiles = inactive.get(other);
  if (profiles) problems.report("build-of-inactive", origin, { service: other, profiles });
  else if (!Object.hasOwn(services, other))
    problems.report("undefined-service", origin, { name: other, known, meant: () => nearest(other, known) });
}

/** No image is built from itself, by whatever way round. */
export function buildsHaveNoCircle({ services, origins, problems }: Scope): void {
  const contextsOf = (name: string) => own(services, name)?.build?.additional_contexts ?? {};
  const neededBy = (name: string) =>
    Object.values(contextsOf(name)).flatMap((context) => {
      const other = builtService(context ?? "");
      return other !== undefined && Object.hasOwn(services, other) ? [other] : [];
    });
  for (const { chain, from, to } of circlesIn(Object.keys(services), neededBy)) {
    const contexts = contextsOf(from);
    const [name] = Object.entries(contexts).find(([, context]) => builtService(context ?? "") === to)!;
    problems.report("build-cycle", origins.of(contexts, name), { chain });
  }
}

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

/** What the provider refuses of them, told where it stands. */
const cachesAreKnown: ServiceCheck = ({ build }, _, { origins, problems }) => {
  for (const [key, complaintOf] of [
    ["cache_from", cacheComplaint("from")],
    ["cache_to", cacheComplaint("to")],
  ] as const)
    build?.[key]?.forEach((entry, i) => {
      const complaint = complaintOf(entry);
      if (complaint !== undefined) problems.report("build-cache", origins.of(build[key]!, i), { complaint });
    });
};

const sshIsKnown: ServiceCheck = ({ build }, _, { origins, problems }) => {
  for (const [id, path] of Object.entries(build?.ssh ?? {})) {
    const complaint = sshComplaint([path ? `${id}=${path}` : id]);
    if (complaint !== undefined) problems.report("build-ssh", origins.of(build!.ssh!, id), { complaint });
  }
};

const attestations = { provenance: provenanceComplaint, sbom: sbomComplaint } as const;

const attestationsAreKnown: ServiceCheck = ({ build }, _, { origins, problems }) => {
  for (const key of ["provenance", "sbom"] as const) {
    const complaint = build?.[key] && attestations[key](build[key]);
    if (complaint) problems.report("build-attestation", origins.of(build!, key), { complaint });
  }
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
  cachesAreKnown,
  attestationsAreKnown,
  sshIsKnown,
  imagesAreBuiltOnce,
];
