import { type Added, added } from "../additions";
import type { ContainerSpec, ServiceMode, ServiceSpec } from "../convert/engine-api";
import { writeDuration } from "../forms/duration";
import type { Objects } from "./objects";

/** What the specification has that the community provider's `docker_service` lacks. */
export function serviceAdditions(spec: ServiceSpec, objects: Objects): readonly Added[] {
  const pids = spec.TaskTemplate.Resources.Limits?.Pids;
  return [
    ...jobMode(spec.Mode),
    ...container(spec.TaskTemplate.ContainerSpec, objects),
    ...(pids === undefined ? [] : [added("task_spec.resources.limits.pids", pids)]),
  ];
}

function jobMode(mode: ServiceMode): Added[] {
  if ("GlobalJob" in mode) return [added("mode.global_job", true)];
  if (!("ReplicatedJob" in mode)) return [];
  const { TotalCompletions, MaxConcurrent } = mode.ReplicatedJob;
  if (TotalCompletions === undefined) return [added("mode.replicated_job", {})];
  return [
    added("mode.replicated_job.total_completions", TotalCompletions),
    added("mode.replicated_job.max_concurrent", MaxConcurrent),
  ];
}

/** The config that the credential spec is in. */
const runtimeConfig = ({ Configs = [] }: ContainerSpec) => Configs.find(({ Runtime }) => Runtime);

function container(spec: ContainerSpec, { configs }: Objects): Added[] {
  const unset = spec.Env?.filter((line) => !line.includes("="));
  const startInterval = spec.Healthcheck?.StartInterval;
  const credential = spec.Privileges.CredentialSpec?.Config;
  const values: readonly Added[] = [
    added("task_spec.container_spec.init", spec.Init),
    added("task_spec.container_spec.tty", spec.TTY),
    added("task_spec.container_spec.open_stdin", spec.OpenStdin),
    added("task_spec.container_spec.oom_score_adj", spec.OomScoreAdj),
    added("task_spec.container_spec.unset_env", unset?.length ? unset : undefined),
    added(
      "task_spec.container_spec.ulimits",
      spec.Ulimits?.map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard })),
    ),
    added(
      "task_spec.container_spec.healthcheck.start_interval",
      startInterval === undefined ? undefined : writeDuration(startInterval),
    ),
    added(
      "task_spec.container_spec.privileges.credential_spec.config",
      credential ? (configs.get(runtimeConfig(spec)!)?.id ?? credential) : undefined,
    ),
    ...(spec.Mounts ?? []).map(({ VolumeOptions }, index) =>
      added("task_spec.container_spec.mounts.volume_options.subpath", VolumeOptions?.Subpath, {
        list: "mounts",
        index,
      }),
    ),
    ...(spec.Configs ?? []).map(({ Runtime }, index) =>
      added("task_spec.container_spec.configs.runtime", Runtime ? true : undefined, { list: "configs", index }),
    ),
  ];
  return values.filter(({ value }) => value !== undefined);
}
