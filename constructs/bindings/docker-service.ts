// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/service";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

/** Credentials of a managed service account (Windows). */
export interface DockerServiceTaskSpecContainerSpecPrivilegesCredentialSpec extends community.ServiceTaskSpecContainerSpecPrivilegesCredentialSpec {
  /** Id of a config that holds it. */
  readonly config?: string;
}

/** Security settings of the tasks. */
export interface DockerServiceTaskSpecContainerSpecPrivileges extends community.ServiceTaskSpecContainerSpecPrivileges {
  /** Credentials of a managed service account (Windows). */
  readonly credentialSpec?: DockerServiceTaskSpecContainerSpecPrivilegesCredentialSpec;
  /** Processes gain no privileges by what they execute. Needs an engine of API 1.44 (Docker 25). */
  readonly noNewPrivileges?: boolean | cdktf.IResolvable;
}

/** More about a mount of type `volume`. */
export interface DockerServiceTaskSpecContainerSpecMountsVolumeOptions extends community.ServiceTaskSpecContainerSpecMountsVolumeOptions {
  /** Folder of the volume that is mounted. Needs an engine of API 1.45 (Docker 26). */
  readonly subpath?: string;
}

/** Something of the node, or a volume, in the tasks' files. */
export interface DockerServiceTaskSpecContainerSpecMounts extends community.ServiceTaskSpecContainerSpecMounts {
  /** More about a mount of type `volume`. */
  readonly volumeOptions?: DockerServiceTaskSpecContainerSpecMountsVolumeOptions;
}

/** Health check. Default: the image's. */
export interface DockerServiceTaskSpecContainerSpecHealthcheck extends community.ServiceTaskSpecContainerSpecHealthcheck {
  /** Time between two checks within the start period. Needs an engine of API 1.44 (Docker 25): of a container an earlier one refuses it, of a service it leaves it out. @default "0s" */
  readonly startInterval?: string;
}

/** A config as a file. */
export interface DockerServiceTaskSpecContainerSpecConfigs extends community.ServiceTaskSpecContainerSpecConfigs {
  /** The config is for the engine (a credential specification): no file is made, and `file_name` is empty. */
  readonly runtime?: boolean | cdktf.IResolvable;
}

/** A limit of each process. */
export interface DockerServiceTaskSpecContainerSpecUlimits {
  /** `nofile`, `nproc` and so on. */
  readonly name: string;
  /** Limit that a process can raise itself. */
  readonly soft: number;
  /** Limit above which it cannot. */
  readonly hard: number;
}

/** What the containers are made of. */
export interface DockerServiceTaskSpecContainerSpec extends community.ServiceTaskSpecContainerSpec {
  /** Environment variables of the image that the tasks do without. */
  readonly unsetEnv?: string[];
  /** Security settings of the tasks. */
  readonly privileges?: DockerServiceTaskSpecContainerSpecPrivileges;
  /** Run an init process that reaps zombies. Default: the engine's setting. */
  readonly init?: boolean | cdktf.IResolvable;
  /** Give the tasks a terminal. */
  readonly tty?: boolean | cdktf.IResolvable;
  /** Keep the tasks' standard input open. */
  readonly openStdin?: boolean | cdktf.IResolvable;
  /** Something of the node, or a volume, in the tasks' files. */
  readonly mounts?: DockerServiceTaskSpecContainerSpecMounts[] | cdktf.IResolvable;
  /** Health check. Default: the image's. */
  readonly healthcheck?: DockerServiceTaskSpecContainerSpecHealthcheck;
  /** A config as a file. */
  readonly configs?: DockerServiceTaskSpecContainerSpecConfigs[] | cdktf.IResolvable;
  /** A limit of each process. */
  readonly ulimits?: DockerServiceTaskSpecContainerSpecUlimits[] | cdktf.IResolvable;
  /** How readily the kernel kills the tasks where memory runs short. Needs an engine of API 1.46 (Docker 27). */
  readonly oomScoreAdj?: number;
}

/** What a task can use at the most. */
export interface DockerServiceTaskSpecResourcesLimits extends community.ServiceTaskSpecResourcesLimits {
  /** Processes; 0 for any number. */
  readonly pids?: number;
}

/** How much of a node a task can use, and needs. */
export interface DockerServiceTaskSpecResources extends community.ServiceTaskSpecResources {
  /** What a task can use at the most. */
  readonly limits?: DockerServiceTaskSpecResourcesLimits;
}

/** What a task of the service is. */
export interface DockerServiceTaskSpec extends community.ServiceTaskSpec {
  /** What the containers are made of. */
  readonly containerSpec: DockerServiceTaskSpecContainerSpec;
  /** How much of a node a task can use, and needs. */
  readonly resources?: DockerServiceTaskSpecResources;
}

/** Tasks that run to their end. */
export interface DockerServiceModeReplicatedJob {
  /** How many tasks must have completed. @default 1 */
  readonly totalCompletions?: number;
  /** How many may run at once. Default: as many as must complete. */
  readonly maxConcurrent?: number;
}

/** How many tasks there are, and where. Default: one task. Another kind replaces the service, another number of replicas does not. */
export interface DockerServiceMode extends community.ServiceMode {
  /** Tasks that run to their end. */
  readonly replicatedJob?: DockerServiceModeReplicatedJob;
  /** One task on each node, that runs to its end. */
  readonly globalJob?: boolean | cdktf.IResolvable;
}

export interface DockerServiceConfig extends community.ServiceConfig {
  /** What a task of the service is. */
  readonly taskSpec: DockerServiceTaskSpec;
  /** How many tasks there are, and where. Default: one task. Another kind replaces the service, another number of replicas does not. */
  readonly mode?: DockerServiceMode;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_service`: A service of a swarm: tasks that run the same image, on as many nodes as there are. */
export class DockerService extends community.Service {
  private readonly added: Writable<Pick<DockerServiceConfig, "taskSpec" | "mode" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerServiceConfig) {
    super(scope, id, config);
    this.added = { taskSpec: config.taskSpec, mode: config.mode, engine: config.engine };
  }

  override putTaskSpec(value: DockerServiceTaskSpec): void { super.putTaskSpec(value); this.added.taskSpec = value; }

  override putMode(value: DockerServiceMode): void { super.putMode(value); this.added.mode = value; }
  override resetMode(): void { super.resetMode(); this.added.mode = undefined; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.added.engine = value; }
  resetEngine(): void { this.added.engine = undefined; }
  get engineInput(): string | undefined { return this.added.engine; }

  /** Whether the service had its tasks when last waited for. `false` makes the next apply try again. */
  get converged(): cdktf.IResolvable { return this.getBooleanAttribute("converged"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.added, super.synthesizeAttributes());
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.added, super.synthesizeHclAttributes());
  }
}

const attributes: AttributeTypes = {
  task_spec: { block: "one", known: true, of: {
    container_spec: { block: "one", known: true, of: {
      unset_env: ["set", "string"],
      privileges: { block: "one", known: true, of: {
        credential_spec: { block: "one", known: true, of: {
          config: "string",
        } },
        no_new_privileges: "bool",
      } },
      init: "bool",
      tty: "bool",
      open_stdin: "bool",
      mounts: { block: "set", known: true, of: {
        volume_options: { block: "one", known: true, of: {
          subpath: "string",
        } },
      } },
      healthcheck: { block: "one", known: true, of: {
        start_interval: "string",
      } },
      configs: { block: "set", known: true, of: {
        runtime: "bool",
      } },
      ulimits: { block: "set", of: {
        name: "string",
        soft: "number",
        hard: "number",
      } },
      oom_score_adj: "number",
    } },
    resources: { block: "one", known: true, of: {
      limits: { block: "one", known: true, of: {
        pids: "number",
      } },
    } },
  } },
  mode: { block: "one", known: true, of: {
    replicated_job: { block: "one", of: {
      total_completions: "number",
      max_concurrent: "number",
    } },
    global_job: "bool",
  } },
  engine: "string",
};
