/** How Terraform types a value: an attribute's type, or a nested block. */
export type AdditionType = "bool" | "number" | "string" | "set(string)" | "map(string)" | "block" | "block set";

export interface Addition {
  readonly type: "docker_service" | "docker_network" | "docker_secret" | "docker_config";
  /** Path in the resource, blocks joined by dots. */
  readonly path: string;
  readonly value: AdditionType;
  /** What it is in the Engine API. */
  readonly api: string;
}

const CONTAINER = "task_spec.container_spec";

/**
 * What the Engine API has, a Compose file says and `docker_*` of kreuzwerker/docker 3.6.2 lacks: all optional, set by
 * `addOverride`, implemented by docker-stages' own provider.
 */
export const additions = [
  { type: "docker_service", path: "mode.replicated_job", value: "block", api: "Mode.ReplicatedJob" },
  {
    type: "docker_service",
    path: "mode.replicated_job.total_completions",
    value: "number",
    api: "Mode.ReplicatedJob.TotalCompletions",
  },
  {
    type: "docker_service",
    path: "mode.replicated_job.max_concurrent",
    value: "number",
    api: "Mode.ReplicatedJob.MaxConcurrent",
  },
  { type: "docker_service", path: "mode.global_job", value: "bool", api: "Mode.GlobalJob" },
  { type: "docker_service", path: `${CONTAINER}.init`, value: "bool", api: "ContainerSpec.Init" },
  { type: "docker_service", path: `${CONTAINER}.tty`, value: "bool", api: "ContainerSpec.TTY" },
  { type: "docker_service", path: `${CONTAINER}.open_stdin`, value: "bool", api: "ContainerSpec.OpenStdin" },
  {
    type: "docker_service",
    path: `${CONTAINER}.oom_score_adj`,
    value: "number",
    api: "ContainerSpec.OomScoreAdj (API 1.46)",
  },
  {
    type: "docker_service",
    path: `${CONTAINER}.unset_env`,
    value: "set(string)",
    api: "ContainerSpec.Env, names without `=`",
  },
  { type: "docker_service", path: `${CONTAINER}.ulimits`, value: "block set", api: "ContainerSpec.Ulimits" },
  { type: "docker_service", path: `${CONTAINER}.ulimits.name`, value: "string", api: "Ulimits.Name" },
  { type: "docker_service", path: `${CONTAINER}.ulimits.soft`, value: "number", api: "Ulimits.Soft, -1 for none" },
  { type: "docker_service", path: `${CONTAINER}.ulimits.hard`, value: "number", api: "Ulimits.Hard, -1 for none" },
  {
    type: "docker_service",
    path: `${CONTAINER}.healthcheck.start_interval`,
    value: "string",
    api: "Healthcheck.StartInterval (API 1.44), a duration",
  },
  {
    type: "docker_service",
    path: `${CONTAINER}.mounts.volume_options.subpath`,
    value: "string",
    api: "VolumeOptions.Subpath (API 1.45)",
  },
  {
    type: "docker_service",
    path: `${CONTAINER}.configs.runtime`,
    value: "bool",
    api: "Configs.Runtime instead of Configs.File",
  },
  {
    type: "docker_service",
    path: `${CONTAINER}.privileges.credential_spec.config`,
    value: "string",
    api: "CredentialSpec.Config, a config's id",
  },
  { type: "docker_service", path: "task_spec.resources.limits.pids", value: "number", api: "Limits.Pids" },
  { type: "docker_network", path: "ipv4", value: "bool", api: "EnableIPv4 (API 1.47)" },
  { type: "docker_secret", path: "driver", value: "string", api: "Driver.Name" },
  { type: "docker_secret", path: "driver_opts", value: "map(string)", api: "Driver.Options" },
  { type: "docker_secret", path: "template_driver", value: "string", api: "Templating.Name" },
  { type: "docker_config", path: "labels", value: "block set", api: "Labels" },
  { type: "docker_config", path: "labels.label", value: "string", api: "Labels, a key" },
  { type: "docker_config", path: "labels.value", value: "string", api: "Labels, its value" },
  { type: "docker_config", path: "template_driver", value: "string", api: "Templating.Name" },
] as const satisfies readonly Addition[];

type Of<T extends Addition["type"]> = Extract<(typeof additions)[number], { readonly type: T }>["path"];
export type AdditionPath = Of<Addition["type"]>;

/**
 * Rules of 3.6.2 that a stack needs to be looser; a provider that has them tight refuses the stack.
 */
export const relaxations = [
  {
    type: "docker_service",
    path: `${CONTAINER}.secrets.secret_id`,
    rule: "empty where `secret_name` is given: looked up by it, for external secrets",
  },
  {
    type: "docker_service",
    path: `${CONTAINER}.configs.config_id`,
    rule: "empty where `config_name` is given: looked up by it, for external configs",
  },
  { type: "docker_service", path: `${CONTAINER}.configs.file_name`, rule: "empty where `runtime` is true" },
  {
    type: "docker_service",
    path: `${CONTAINER}.healthcheck.test`,
    rule: "an empty list is the image's own test, with other intervals",
  },
  {
    type: "docker_service",
    path: `${CONTAINER}.mounts.type`,
    rule: "`npipe` and `cluster`, too; a cluster mount is sent with empty ClusterOptions",
  },
  {
    type: "docker_service",
    path: "task_spec.log_driver.name",
    rule: "empty is the node's own driver, with other options",
  },
  {
    type: "docker_service",
    path: "converge_config",
    rule: "also with `mode.global`, and for jobs, whose wait ends when they have completed",
  },
  { type: "docker_secret", path: "data", rule: "empty where `driver` is given" },
] as const;

/** A value for an addition of one resource; numbers in the path are places in a list of blocks. */
export interface Added {
  readonly path: string;
  readonly value: unknown;
}

/** `path` with the places of the block lists on its way, in order: `mounts.0.volume_options`. */
export function added(
  path: AdditionPath,
  value: unknown,
  place?: { readonly list: string; readonly index: number },
): Added {
  if (!place) return { path, value };
  return { path: path.replace(`.${place.list}.`, `.${place.list}.${place.index}.`), value };
}
