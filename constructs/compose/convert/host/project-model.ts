import type { TerraformMetaArguments } from "cdktf";
import type { DockerContainerConfig } from "../../../bindings/docker-container";
import type { DockerExecConfig } from "../../../bindings/docker-exec";
import type { DockerNetworkConfig } from "../../../bindings/docker-network";
import type { DockerVolumeConfig } from "../../../bindings/docker-volume";
import type { Problem } from "../../problems/problem";
import type { Arguments, StackBuild } from "../stack-model";

/**
 * A project on one engine, ready to be made: names and arguments are final. Keys are those of the Compose file. A token
 * of cdktf's stands in texts as `markTokens` has it: anything else that looks like one is text.
 */
export interface ProjectModel {
  readonly name: string;
  readonly services: Readonly<Record<string, ProjectService>>;
  /** Networks to make; external ones stand in the containers by name alone. */
  readonly networks: Readonly<Record<string, ProjectNetwork>>;
  /** Volumes to make, those of anonymous mounts among them; external ones stand in the containers alone. */
  readonly volumes: Readonly<Record<string, ProjectVolume>>;
  readonly warnings: readonly Problem[];
}

export interface ProjectService {
  readonly image: string;
  /** When its image is pulled; `build` has none pulled. */
  readonly pull: PullPolicy;
  /** What its image is to be pulled for. */
  readonly platform?: string;
  /** How its image is built, where it is. */
  readonly build?: StackBuild;
  /** Its containers, the first first. */
  readonly containers: readonly ProjectContainer[];
  /** What must be there before, by its key. */
  readonly dependsOn: Readonly<Record<string, Dependency>>;
  /** Paths of its anonymous volumes. */
  readonly anonymous: readonly string[];
  /** Commands that run in each container once it has started, one after the other. */
  readonly postStart: readonly ProjectHook[];
}

export type PullPolicy = "missing" | "never" | "always";

export interface Dependency {
  /** What is waited for, as `depends_on` has it. */
  readonly condition: string;
  /** Whether the containers are stopped and started when one of the dependency's is another container. */
  readonly restart: boolean;
  /** Whether they share what is the own of the dependency's first container, and are made anew with it. */
  readonly isShared: boolean;
}

export interface ProjectContainer {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly arguments: ContainerArguments;
  /** Keys of the project's networks that it is on. */
  readonly networks: readonly string[];
  /** Keys of the project's volumes that it mounts. */
  readonly volumes: readonly string[];
  /** Names of the images that it mounts. */
  readonly images: readonly string[];
}

/** Arguments that are others': Terraform's own, and what `ProjectContainer` has beside them. */
type Other = keyof TerraformMetaArguments | "id" | "engine" | "name" | "labels" | "image";

export type ContainerArguments = Readonly<Omit<DockerContainerConfig, Other>>;

export type ProjectHook = Readonly<
  Omit<DockerExecConfig, keyof TerraformMetaArguments | "id" | "engine" | "container">
>;
export type ProjectNetwork = Arguments<DockerNetworkConfig>;
export type ProjectVolume = Arguments<DockerVolumeConfig>;
