import { isRemoteContext } from "../../../build-context";
import { own } from "../../../foreign/own";
import { readByteSize } from "../../../formats/byte-size";
import { readImage } from "../formats/image-reference";
import type { Service } from "../keys/service";
import { resolveFrom } from "../merge/documents";
import type { Normalized } from "../normalize/normalize";
import { mapValues } from "../terraform/map-values";
import { present } from "./present";
import type { StackBuild } from "./stack-model";

/** What is asked for values that a file leaves to whoever runs it. */
export type Lookup = (name: string) => string | undefined;

/** How a service's image is built. */
export function stackBuild(service: Service, { project, origins }: Normalized, lookup: Lookup): StackBuild | undefined {
  const { build } = service;
  if (!build) return undefined;
  const origin = (origins.of(build, "context") ?? origins.of(service, "build"))!;
  return present({
    image: readImage(service.image!) ?? service.image!,
    context: resolveFrom(origin, build.context ?? "."),
    dockerfile: build.dockerfile,
    dockerfileInline: build.dockerfile_inline,
    additionalContexts: build.additional_contexts && {
      ...mapValues(build.additional_contexts, (context, name) =>
        isFetched(context!) ? context! : resolveFrom(origins.of(build.additional_contexts!, name) ?? origin, context!),
      ),
    },
    buildArgs: build.args && given(build.args, lookup),
    labels: build.labels,
    target: build.target,
    platform: build.platforms?.[0] ?? service.platform,
    networkMode: build.network,
    extraHosts: build.extra_hosts?.map(({ host, address }) => `${host}:${address}`),
    shmSize: build.shm_size === undefined ? undefined : readByteSize(build.shm_size),
    ulimit: build.ulimits && Object.entries(build.ulimits).map(([name, limits]) => ({ name, ...limits })),
    cacheFrom: build.cache_from && [...build.cache_from],
    noCache: build.no_cache,
    pullParent: build.pull,
    isolation: build.isolation,
    secrets: build.secrets?.map(({ source, target }) => {
      const secret = own(project.secrets!, source)!;
      return { id: target ?? source, src: resolveFrom(origins.of(secret, "file")!, secret.file!) };
    }),
  });
}

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
