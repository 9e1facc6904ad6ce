import { own } from "../../../foreign/own";
import type { Port } from "../formats/port";
import type { Service } from "../keys/service";
import { nonZero, present, some } from "./present";

export type ServiceMode =
  | { readonly Replicated: { readonly Replicas?: number } }
  | { readonly Global: Readonly<Record<string, never>> }
  | { readonly ReplicatedJob: { readonly MaxConcurrent?: number; readonly TotalCompletions?: number } }
  | { readonly GlobalJob: Readonly<Record<string, never>> };

export interface UpdateConfig {
  readonly Parallelism: number;
  readonly Delay?: number;
  readonly FailureAction?: string;
  readonly Monitor?: number;
  readonly MaxFailureRatio: number;
  readonly Order: string;
}

export interface RestartPolicy {
  readonly Condition?: string;
  readonly Delay?: number;
  readonly MaxAttempts?: number;
  readonly Window?: number;
}

export interface Resources {
  readonly Limits?: { readonly NanoCPUs?: number; readonly MemoryBytes?: number; readonly Pids?: number };
  readonly Reservations?: {
    readonly NanoCPUs?: number;
    readonly MemoryBytes?: number;
    readonly GenericResources?: readonly GenericResource[];
  };
}

export interface GenericResource {
  readonly DiscreteResourceSpec: { readonly Kind: string; readonly Value: number };
}

export interface Placement {
  readonly Constraints?: readonly string[];
  readonly Preferences?: readonly { readonly Spread: { readonly SpreadDescriptor: string } }[];
  readonly MaxReplicas?: number;
  readonly Platforms?: readonly Platform[];
}

export interface Platform {
  readonly OS: string;
  readonly Architecture: string;
}

export interface EndpointSpec {
  readonly Mode?: string;
  readonly Ports?: readonly PortSpec[];
}

export interface PortSpec {
  readonly Name?: string;
  readonly Protocol?: string;
  readonly TargetPort: number;
  readonly PublishedPort?: number;
  readonly PublishMode?: string;
}

type Deploy = NonNullable<Service["deploy"]>;

export function serviceMode({ deploy, scale }: Service): ServiceMode {
  const replicas = deploy?.replicas ?? scale;
  switch (deploy?.mode) {
    case "global":
      return { Global: {} };
    case "global-job":
      return { GlobalJob: {} };
    case "replicated-job":
      return { ReplicatedJob: present({ MaxConcurrent: replicas, TotalCompletions: replicas }) };
    default:
      return { Replicated: present({ Replicas: replicas }) };
  }
}

export function updateConfig(config: Deploy["update_config"]): UpdateConfig | undefined {
  if (!config) return undefined;
  return present({
    Parallelism: config.parallelism ?? 1,
    Delay: nonZero(config.delay),
    FailureAction: config.failure_action,
    Monitor: nonZero(config.monitor),
    MaxFailureRatio: config.max_failure_ratio ?? 0,
    Order: config.order ?? "",
  });
}

/** `deploy.restart_policy`, else what `restart` says; `no` says nothing. */
export function restartPolicy({ deploy, restart }: Service): RestartPolicy | undefined {
  const policy = deploy?.restart_policy;
  if (policy) {
    const { condition, delay, max_attempts, window } = policy;
    return present({ Condition: condition, Delay: delay, MaxAttempts: max_attempts, Window: window });
  }
  if (!restart || restart.condition === "none") return undefined;
  const { condition, attempts = 0 } = restart;
  return condition === "any" ? { Condition: condition } : { Condition: condition, MaxAttempts: attempts };
}

export function resources({ deploy }: Service): Resources {
  const { limits, reservations } = deploy?.resources ?? {};
  return present({
    Limits:
      limits &&
      present({ NanoCPUs: nonZero(limits.cpus), MemoryBytes: nonZero(limits.memory), Pids: nonZero(limits.pids) }),
    Reservations:
      reservations &&
      present({
        NanoCPUs: nonZero(reservations.cpus),
        MemoryBytes: nonZero(reservations.memory),
        GenericResources: some(
          reservations.generic_resources?.flatMap(({ discrete_resource_spec: spec }) =>
            spec ? [{ DiscreteResourceSpec: { Kind: spec.kind, Value: spec.value } }] : [],
          ),
        ),
      }),
  });
}

export function placement({ deploy, platform }: Service): Placement {
  const { constraints, preferences, max_replicas_per_node } = deploy?.placement ?? {};
  return present({
    Constraints: some(constraints),
    Preferences: some(preferences?.map(({ spread = "" }) => ({ Spread: { SpreadDescriptor: spread } }))),
    MaxReplicas: nonZero(max_replicas_per_node),
    Platforms: platform === undefined ? undefined : [platformOf(platform)],
  });
}

/** Names that machines go by, and what nodes say they are. */
const architectures: Readonly<Record<string, string>> = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  i386: "386",
  i686: "386",
};

/** `OS/ARCHITECTURE[/VARIANT]`, or an architecture of Linux. A swarm goes by OS and architecture. */
function platformOf(text: string): Platform {
  const [first = "", second] = text.toLowerCase().split("/");
  const [OS, architecture] = second === undefined ? ["linux", first] : [first, second];
  return { OS, Architecture: own(architectures, architecture) ?? architecture };
}

export function endpointSpec({ deploy, ports = [] }: Service): EndpointSpec {
  return present({
    Mode: deploy?.endpoint_mode,
    Ports: some([...ports].sort((a, b) => (a.published ?? 0) - (b.published ?? 0)).map(portSpec)),
  });
}

const portSpec = ({ name, protocol, target, published, mode }: Port): PortSpec =>
  present({ Name: name, Protocol: protocol, TargetPort: target, PublishedPort: nonZero(published), PublishMode: mode });
