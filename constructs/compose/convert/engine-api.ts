import type { NetworkAttachment } from "./attachments";
import type { ContainerSpec } from "./container";
import type { EndpointSpec, Placement, Resources, RestartPolicy, ServiceMode, UpdateConfig } from "./deploy";

/**
 * The Engine API's ServiceSpec, as far as a Compose file fills it; each part stands beside what fills it. Durations are
 * nanoseconds, sizes bytes.
 * @see https://docs.docker.com/reference/api/engine/version/v1.47/#tag/Service/operation/ServiceCreate
 */
export interface ServiceSpec {
  readonly Name: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly TaskTemplate: TaskSpec;
  readonly Mode: ServiceMode;
  readonly UpdateConfig?: UpdateConfig;
  readonly RollbackConfig?: UpdateConfig;
  readonly EndpointSpec: EndpointSpec;
}

export interface TaskSpec {
  readonly ContainerSpec: ContainerSpec;
  readonly Resources: Resources;
  readonly RestartPolicy?: RestartPolicy;
  readonly Placement: Placement;
  readonly Networks: readonly NetworkAttachment[];
  readonly LogDriver?: { readonly Name?: string; readonly Options?: Readonly<Record<string, string>> };
  readonly ForceUpdate: 0;
}
