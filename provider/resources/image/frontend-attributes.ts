import { provenanceOf } from "../../../formats/provenance";
import { sbomOf } from "../../../formats/sbom";
import type { Build } from "./build-query";
import { parseNamedContext } from "./named-context";

/** What the frontend for Dockerfiles is told, by one attribute of the block. */
type Row = (build: Build) => Readonly<Record<string, string | undefined>>;

const prefixed = (prefix: string, map: Readonly<Record<string, string>> | undefined) =>
  Object.fromEntries(Object.entries(map ?? {}).map(([name, value]) => [`${prefix}:${name}`, value]));
const listed = (values: readonly string[] | undefined): string | undefined => values?.join(",") || undefined;

/** Source: https://github.com/moby/buildkit/blob/master/frontend/dockerui/config.go and build.go beside it */
const rows: readonly Row[] = [
  ({ target }) => ({ target: target || undefined }),
  ({ build_args }) => prefixed("build-arg", build_args),
  ({ label, labels }) => prefixed("label", { ...label, ...labels }),
  ({ platform }) => ({ platform: platform?.toLowerCase().replaceAll(" ", "") || undefined }),
  // Empty is every stage.
  ({ no_cache: isNew, no_cache_filter: stages }) => ({ "no-cache": isNew ? "" : listed(stages?.filter(Boolean)) }),
  ({ pull_parent: pulls }) => ({ "image-resolve-mode": pulls ? "pull" : "default" }),
  ({ network_mode: mode }) => ({ "force-network-mode": mode === "default" ? undefined : mode || undefined }),
  ({ extra_hosts: hosts }) => ({ "add-hosts": listed(hosts?.map((host) => host.replace(":", "="))) }),
  ({ shm_size: size }) => ({ "shm-size": size ? String(size) : undefined }),
  ({ ulimit }) => ({ ulimit: listed(ulimit.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`)) }),
  ({ cgroup_parent: parent }) => ({ "cgroup-parent": parent || undefined }),
  ({ provenance }) => ({ "attest:provenance": provenanceOf(provenance) }),
  ({ sbom }) => ({ "attest:sbom": sbomOf(sbom) }),
  ({ additional_contexts: contexts = [] }) => ({
    ...Object.fromEntries(
      contexts
        .map(parseNamedContext)
        .map(({ name, source }) => [`context:${name}`, source ?? `local:${folderName(name)}`]),
    ),
    // A frontend that knows nothing of such contexts refuses the build then.
    "frontend.caps": contexts.length > 0 ? "moby.buildkit.frontend.contexts+forward" : undefined,
  }),
];

/** Attributes of a build by the frontend for Dockerfiles, but for where context and Dockerfile are. */
export function frontendAttributes(build: Build): Record<string, string> {
  const all = rows.flatMap((row) => Object.entries(row(build)));
  return Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Under which the session has the folder of a context; the build's own two have these names. */
export const folderName = (name: string): string => (name === "context" || name === "dockerfile" ? `_${name}` : name);
