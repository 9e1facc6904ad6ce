import type { KeySupportTable } from "./key-support";

const byBuildKit = "the build is the provider's, which has none of it; remove it";

/** Every key of a service's `build`, where the images are built: for a cluster that images can be pushed to. */
export const buildKeySupport: KeySupportTable = {
  context: { becomes: "docker_image.build.context" },
  dockerfile: { becomes: "docker_image.build.dockerfile" },
  dockerfile_inline: { refused: "write it to a file, and name that as `dockerfile`" },
  args: { becomes: "docker_image.build.build_args" },
  labels: { becomes: "docker_image.build.labels" },
  target: { becomes: "docker_image.build.target" },
  tags: { ignored: "services run what `image` names, and that alone is pushed; remove it" },
  platforms: { becomes: "docker_image.build.platform" },
  network: { becomes: "docker_image.build.network_mode" },
  extra_hosts: { becomes: "docker_image.build.extra_hosts" },
  shm_size: { becomes: "docker_image.build.shm_size" },
  ulimits: { becomes: "docker_image.build.ulimit" },
  cache_from: { becomes: "docker_image.build.cache_from" },
  no_cache: { becomes: "docker_image.build.no_cache" },
  pull: { becomes: "docker_image.build.pull_parent" },
  isolation: { becomes: "docker_image.build.isolation" },
  secrets: { becomes: "docker_image.build.secrets" },
  additional_contexts: { refused: "copy what it names into the context" },
  ssh: { refused: "fetch what needs it before the build, or give a key of its own under `secrets`" },
  entitlements: { refused: "remove it: a build is given no more than its node's engine gives any" },
  privileged: { refused: "remove it: a build is given no more than its node's engine gives any" },
  cache_to: { ignored: byBuildKit },
  no_cache_filter: { ignored: byBuildKit },
  provenance: { ignored: byBuildKit },
  sbom: { ignored: byBuildKit },
};
