/**
 * The Engine API's ServiceSpec, as far as a Compose file fills it. Durations are nanoseconds, sizes bytes.
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

export interface ContainerSpec {
  readonly Image: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly Command?: readonly string[];
  readonly Args?: readonly string[];
  readonly Hostname?: string;
  /** `NAME=value`; a name alone takes the image's variable away. */
  readonly Env?: readonly string[];
  readonly Dir?: string;
  readonly User?: string;
  readonly Groups?: readonly string[];
  readonly Privileges: Privileges;
  readonly Init?: boolean;
  readonly StopSignal?: string;
  readonly TTY?: true;
  readonly OpenStdin?: true;
  readonly ReadOnly?: true;
  readonly Mounts?: readonly MountSpec[];
  readonly StopGracePeriod?: number;
  readonly Healthcheck?: Healthcheck;
  /** `ADDRESS HOST`. */
  readonly Hosts?: readonly string[];
  readonly DNSConfig?: DnsConfig;
  readonly Secrets?: readonly SecretReference[];
  readonly Configs?: readonly ConfigReference[];
  readonly Isolation?: string;
  readonly Sysctls?: Readonly<Record<string, string>>;
  readonly CapabilityAdd?: readonly string[];
  readonly CapabilityDrop?: readonly string[];
  readonly Ulimits?: readonly Ulimit[];
  readonly OomScoreAdj?: number;
}

export interface Privileges {
  readonly CredentialSpec: { readonly Config: string; readonly File: string; readonly Registry: string } | null;
  readonly SELinuxContext: null;
  readonly NoNewPrivileges: false;
}

export interface MountSpec {
  readonly Type: string;
  readonly Source?: string;
  readonly Target: string;
  readonly ReadOnly?: true;
  readonly BindOptions?: { readonly Propagation?: string };
  readonly VolumeOptions?: VolumeOptions;
  readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number };
  readonly ClusterOptions?: Readonly<Record<string, never>>;
}

export interface VolumeOptions {
  readonly NoCopy?: true;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly DriverConfig?: { readonly Name?: string; readonly Options?: Readonly<Record<string, string>> };
  readonly Subpath?: string;
}

export interface Healthcheck {
  readonly Test?: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly Retries?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
}

export interface DnsConfig {
  readonly Nameservers?: readonly string[];
  readonly Search?: readonly string[];
  readonly Options?: readonly string[];
}

export interface FileTarget {
  readonly Name: string;
  readonly UID: string;
  readonly GID: string;
  readonly Mode: number;
}

/** The engine wants the id as well, which is known once the secret is made. */
export interface SecretReference {
  readonly File: FileTarget;
  readonly SecretName: string;
}

/** A file, or without one what a credential spec reads. */
export interface ConfigReference {
  readonly File?: FileTarget;
  readonly Runtime?: Readonly<Record<string, never>>;
  readonly ConfigName: string;
}

export interface Ulimit {
  readonly Name: string;
  readonly Soft: number;
  readonly Hard: number;
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

export interface RestartPolicy {
  readonly Condition?: string;
  readonly Delay?: number;
  readonly MaxAttempts?: number;
  readonly Window?: number;
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

export interface NetworkAttachment {
  /** Name of the network. */
  readonly Target: string;
  readonly Aliases?: readonly string[];
  readonly DriverOpts?: Readonly<Record<string, string>>;
}

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
