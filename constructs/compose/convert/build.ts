import { isRemoteContext } from "../../../build-context";
import { own } from "../../../foreign/own";
import { readByteSize } from "../../../formats/byte-size";
import { withCacheFolder } from "../../../formats/cache-entry";
import { readImage } from "../formats/image-reference";
import type { Service } from "../keys/service";
import { resolveFrom } from "../merge/documents";
import type { Normalized } from "../normalize/normalize";
import type { Origin } from "../source/source";
import { mapValues } from "../terraform/map-values";
import type { PathOf } from "./path-of";
import { present } from "./present";
import type { StackBuild } from "./stack-model";

/** What is asked for values that a file leaves to whoever runs it. */
export type Lookup = (name: string) => string | undefined;

/** How a service's image is built. */
export function stackBuild(
  service: Service,
  normalized: Normalized,
  lookup: Lookup,
  pathOf: PathOf,
): StackBuild | undefined {
  const { project, origins } = normalized;
  const { build } = service;
  if (!build) return undefined;
  const origin = (origins.of(build, "context") ?? origins.of(service, "build"))!;
  return present({
    image: imageOf(service),
    context: resolveFrom(origin, build.context ?? "."),
    dockerfile: build.dockerfile,
    dockerfileInline: build.dockerfile_inline,
    ...moreContexts(build, origin, normalized),
    buildArgs: build.args && given(build.args, lookup),
    labels: build.labels,
    target: build.target,
    platform: build.platforms?.[0] ?? service.platform,
    networkMode: build.network,
    extraHosts: build.extra_hosts?.map(({ host, address }) => `${host}:${address}`),
    shmSize: build.shm_size === undefined ? undefined : readByteSize(build.shm_size),
    ulimit: build.ulimits && Object.entries(build.ulimits).map(([name, limits]) => ({ name, ...limits })),
    cacheFrom: build.cache_from?.map((text, i) =>
      withCacheFolder(text, "from", (path) => located(path, origins.of(build.cache_from!, i)!, pathOf)),
    ),
    cacheTo: build.cache_to?.map((text, i) =>
      withCacheFolder(text, "to", (path) => located(path, origins.of(build.cache_to!, i)!, pathOf)),
    ),
    noCache: build.no_cache,
    noCacheFilter: build.no_cache_filter && [...build.no_cache_filter],
    pullParent: build.pull,
    isolation: build.isolation,
    provenance: build.provenance,
    sbom: build.sbom,
    secrets: build.secrets?.map(({ source, target }) => {
      const secret = own(project.secrets!, source)!;
      return { id: target ?? source, src: located(secret.file!, origins.of(secret, "file")!, pathOf) };
    }),
    ssh:
      build.ssh &&
      Object.entries(build.ssh).map(([id, path]) =>
        path ? `${id}=${located(path, origins.of(build.ssh!, id)!, pathOf)}` : id,
      ),
  });
}

/** A path from the folder of the file that names it; one that begins with `~` is left to where Terraform runs. */
function located(path: string, origin: Origin, pathOf: PathOf): string {
  if (path.startsWith("/") || path.startsWith("~")) return path;
  return pathOf(resolveFrom(origin, path));
}

/** Folders from that of the file that names them, what the engine fetches as it stands, and what other services build. */
function moreContexts({ additional_contexts: contexts }: Build, origin: Origin, { services, origins }: Normalized) {
  if (!contexts) return {};
  const builtFrom = Object.fromEntries(
    Object.entries(contexts).flatMap(([name, context]) => {
      const built = builtService(context!);
      return built === undefined ? [] : [[name, built]];
    }),
  );
  const additionalContexts = mapValues(contexts, (context, name) => {
    const built = own(builtFrom, name);
    if (built !== undefined) return `docker-image://${imageOf(own(services, built)!)}`;
    return isFetched(context!) ? context! : resolveFrom(origins.of(contexts, name) ?? origin, context!);
  });
  return { additionalContexts, builtFrom: Object.keys(builtFrom).length > 0 ? builtFrom : undefined };
}

type Build = NonNullable<Service["build"]>;

const imageOf = ({ image }: Service): string => readImage(image!) ?? image!;

/** The service whose image `service:X` is. */
export const builtService = (context: string): string | undefined => /^service:(.+)$/.exec(context)?.[1];

/** Whether the engine gets a context by itself: an image, or what a URL names. */
export const isFetched = (context: string): boolean => /^docker-image:\/\//.test(context) || isRemoteContext(context);

/** An argument without a value has that of the variable of its name, and is left out where there is none. */
const given = (args: Readonly<Record<string, string | null>>, lookup: Lookup): Record<string, string> =>
  Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => {
      const found = value ?? lookup(name);
      return found === undefined ? [] : [[name, found]];
    }),
  );
