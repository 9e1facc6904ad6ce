import type { ServiceUpdateConfig } from "@cdktf/provider-docker/lib/service";
import { writeDuration } from "../../../formats/duration";
import { toLabelBlocks } from "../../../formats/labels";
import type { DockerServiceConfig, DockerServiceMode, DockerServiceTaskSpec } from "../../bindings/docker-service";
import type { NetworkAttachment } from "../convert/attachments";
import type { ServiceMode, UpdateConfig } from "../convert/deploy";
import type { ServiceSpec, TaskSpec } from "../convert/engine-api";
import { copy } from "./blocks";
import { containerSpec } from "./container-spec";
import type { Objects } from "./objects";

/** How long a deploy waits for a service to have its tasks. */
export interface Convergence {
  /** From the last task that moved on, a pull that goes on included; in all ten times as long. @default "3m" */
  readonly timeout?: string;
  /** Time between two looks where the provider does not go by events. @default "7s" */
  readonly delay?: string;
}

/**
 * Attributes of a `docker_service` that makes the specification.
 *
 * Some of its blocks are optional and computed: one that is left out leaves the service as it is, so that what an edit
 * takes out of the file would stay. They are always written, and say what the swarm does where nothing is asked.
 */
export function serviceConfig(spec: ServiceSpec, objects: Objects): DockerServiceConfig {
  const { Mode: mode, Ports: ports } = spec.EndpointSpec;
  return {
    name: spec.Name,
    labels: toLabelBlocks(spec.Labels),
    taskSpec: taskSpec(spec.TaskTemplate, objects),
    mode: modeBlock(spec.Mode),
    updateConfig: updateBlock(spec.UpdateConfig),
    rollbackConfig: updateBlock(spec.RollbackConfig),
    endpointSpec: {
      mode: mode ?? "vip",
      ports: ports?.map((port) => ({
        name: port.Name,
        protocol: port.Protocol,
        targetPort: port.TargetPort,
        publishedPort: port.PublishedPort,
        publishMode: port.PublishMode,
      })),
    },
  };
}

function modeBlock(mode: ServiceMode): DockerServiceMode {
  if ("Global" in mode) return { global: true };
  if ("GlobalJob" in mode) return { globalJob: true };
  if ("Replicated" in mode) return { replicated: { replicas: mode.Replicated.Replicas } };
  const { TotalCompletions: totalCompletions = 1, MaxConcurrent: maxConcurrent = totalCompletions } =
    mode.ReplicatedJob;
  return { replicatedJob: { totalCompletions, maxConcurrent } };
}

function updateBlock(config: UpdateConfig | undefined): ServiceUpdateConfig | undefined {
  if (!config) return undefined;
  return {
    parallelism: config.Parallelism,
    delay: config.Delay === undefined ? undefined : writeDuration(config.Delay),
    failureAction: config.FailureAction,
    monitor: config.Monitor === undefined ? undefined : writeDuration(config.Monitor),
    maxFailureRatio: config.MaxFailureRatio === 0 ? undefined : String(config.MaxFailureRatio),
    order: config.Order || undefined,
  };
}

const attachmentBlock = (attachment: NetworkAttachment, { networks }: Objects) => ({
  name: networks.get(attachment)?.id ?? attachment.Target,
  aliases: copy(attachment.Aliases),
  driverOpts: attachment.DriverOpts && Object.entries(attachment.DriverOpts).map(([name, value]) => `${name}=${value}`),
});

function taskSpec(task: TaskSpec, objects: Objects): DockerServiceTaskSpec {
  const { RestartPolicy: restart, Placement: placement, Resources: resources, LogDriver: log } = task;
  return {
    containerSpec: containerSpec(task.ContainerSpec, objects),
    networksAdvanced: task.Networks.map((attachment) => attachmentBlock(attachment, objects)),
    restartPolicy: {
      condition: restart?.Condition ?? "any",
      delay: restart?.Delay === undefined ? undefined : writeDuration(restart.Delay),
      maxAttempts: restart?.MaxAttempts,
      window: restart?.Window === undefined ? undefined : writeDuration(restart.Window),
    },
    placement: {
      constraints: copy(placement.Constraints),
      prefs: placement.Preferences?.map(({ Spread }) => `spread=${Spread.SpreadDescriptor}`),
      maxReplicas: placement.MaxReplicas ?? 0,
      platforms: placement.Platforms?.map(({ OS, Architecture }) => ({ os: OS, architecture: Architecture })),
    },
    resources: {
      limits: {
        nanoCpus: resources.Limits?.NanoCPUs,
        memoryBytes: resources.Limits?.MemoryBytes ?? 0,
        pids: resources.Limits?.Pids,
      },
      reservation: resources.Reservations && {
        nanoCpus: resources.Reservations.NanoCPUs,
        memoryBytes: resources.Reservations.MemoryBytes,
        genericResources: resources.Reservations.GenericResources && {
          discreteResourcesSpec: resources.Reservations.GenericResources.map(
            ({ DiscreteResourceSpec: { Kind, Value } }) => `${Kind}=${Value}`,
          ),
        },
      },
    },
    logDriver: log && { name: log.Name ?? "", options: log.Options && { ...log.Options } },
  };
}
