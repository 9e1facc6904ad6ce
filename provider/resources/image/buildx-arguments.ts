import { provenanceFlag } from "../../../formats/provenance";
import type { Build } from "./build-query";
import { secretSource } from "./build-secret";

/** One kind of argument: what of the block it says. */
type Rows = readonly (readonly [flag: string, value: (build: Build) => readonly string[]])[];

const one = (value: string | number | undefined): string[] => (value ? [String(value)] : []);
const pairs = (map: Readonly<Record<string, string>> | undefined): string[] =>
  Object.entries(map ?? {}).map(([name, value]) => `${name}=${value}`);

/** The command looks for one that is nowhere by itself, and says so. */
function secretFlag(secret: Build["secrets"][number]): string {
  const { id } = secret;
  const source = secretSource(secret);
  if ("env" in source) return `id=${id},env=${source.env}`;
  return source.src ? `id=${id},src=${source.src}` : `id=${id},env=${secret.env}`;
}

/** Flags of `docker buildx build`: https://docs.docker.com/reference/cli/docker/buildx/build/ */
const flags: Rows = [
  ["--builder", ({ builder }) => one(builder)],
  ["--target", ({ target }) => one(target)],
  ["--build-arg", ({ build_args }) => pairs(build_args)],
  ["--label", ({ label, labels }) => pairs({ ...label, ...labels })],
  ["--platform", ({ platform }) => one(platform)],
  ["--cache-from", ({ cache_from }) => cache_from ?? []],
  ["--cache-to", ({ cache_to }) => cache_to ?? []],
  ["--build-context", ({ additional_contexts: contexts }) => contexts ?? []],
  ["--ssh", ({ ssh }) => ssh ?? []],
  ["--provenance", ({ provenance }) => one(provenanceFlag(provenance))],
  ["--sbom", ({ sbom }) => one(sbom)],
  // The command refuses it beside `--no-cache`, which is all stages.
  [
    "--no-cache-filter",
    ({ no_cache: isNew, no_cache_filter: stages }) => (isNew ? [] : (stages?.filter(Boolean) ?? [])),
  ],
  ["--network", ({ network_mode }) => one(network_mode)],
  ["--add-host", ({ extra_hosts }) => extra_hosts ?? []],
  ["--shm-size", ({ shm_size }) => one(shm_size)],
  ["--ulimit", ({ ulimit }) => ulimit.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`)],
  ["--cgroup-parent", ({ cgroup_parent }) => one(cgroup_parent)],
  ["--secret", ({ secrets }) => secrets.map(secretFlag)],
];

const switches: readonly (readonly [flag: string, isOn: (build: Build) => boolean | undefined])[] = [
  ["--no-cache", ({ no_cache }) => no_cache],
  ["--pull", ({ pull_parent }) => pull_parent],
];

/**
 * Arguments of the docker command that builds with one of buildx's builders and loads the image into the engine.
 *
 * @param context folder or URL
 * @param dockerfile its path; within a remote context from there
 */
export function buildxArguments(names: readonly string[], build: Build, context: string, dockerfile: string): string[] {
  return [
    ...["buildx", "build", "--load", "--progress", "plain"],
    ...flags.flatMap(([flag, value]) => value(build).flatMap((each) => [flag, each])),
    ...switches.flatMap(([flag, isOn]) => (isOn(build) ? [flag] : [])),
    ...names.flatMap((name) => ["--tag", name]),
    ...["--file", dockerfile, context],
  ];
}
