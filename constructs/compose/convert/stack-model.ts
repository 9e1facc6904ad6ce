import type { IResolvable, TerraformMetaArguments } from "cdktf";
import type { DockerConfigConfig } from "../../bindings/docker-config";
import type { DockerNetworkConfig } from "../../bindings/docker-network";
import type { DockerSecretConfig } from "../../bindings/docker-secret";
import type { DockerVolumeConfig } from "../../bindings/docker-volume";
import type { BuiltImageProps } from "../../image/built-image";
import type { Port } from "../formats/port";
import type { Content } from "../normalize/normalize";
import type { Problem } from "../problems/problem";
import type { ServiceSpec } from "./engine-api";

type Texts = Readonly<Record<string, string>>;

/**
 * A stack, ready to be made: names, labels and specifications are final. Keys are those of the Compose file. A token of
 * cdktf's stands in texts as `markTokens` has it: anything else that looks like one is text.
 */
export interface StackModel {
  readonly name: string;
  readonly services: Readonly<Record<string, StackService>>;
  /** Networks to make; external ones stand in the services by name alone. */
  readonly networks: Readonly<Record<string, StackNetwork>>;
  /** Volumes to make; external ones and those that the tasks make stand in the services alone. */
  readonly volumes: Readonly<Record<string, StackVolume>>;
  readonly secrets: Readonly<Record<string, StackSecret>>;
  readonly configs: Readonly<Record<string, StackConfig>>;
  readonly warnings: readonly Problem[];
}

export interface StackService {
  readonly spec: ServiceSpec;
  /**
   * Keys of the stack's objects that the specification refers to, by the part of it that does: a mount, an attachment to
   * a network, a reference to a secret or config. What is not among them is external, or the tasks' own, whatever its
   * name is.
   */
  readonly keys: ReadonlyMap<object, string>;
  /** Keys of the services that must have converged before. */
  readonly dependsOn: readonly string[];
  /** How its image is built, where it is. */
  readonly build?: StackBuild;
  /** The ports as the file has them, for whoever publishes them otherwise. */
  readonly ports: readonly Port[];
}

/** As `BuiltImage` has it, under the name that the service's specification has; paths are absolute. */
export interface StackBuild extends Readonly<Omit<BuiltImageProps, "name" | "bases" | "triggers" | "resource">> {
  readonly image: string;
  /** Keys of the services whose images it is built from, by the names that its Dockerfile has for them. */
  readonly builtFrom?: Readonly<Record<string, string>>;
}

/** Arguments that no file has, or has in another form. */
type Other = keyof TerraformMetaArguments | "id" | "engine" | "name" | "labels" | "data" | "dataWo" | "dataWoVersion";

/** What a resource is given of a file. */
export type Arguments<Config> = {
  readonly [K in keyof Config as Exclude<K, Other>]: Exclude<Config[K], IResolvable>;
} & {
  readonly name: string;
  readonly labels: Texts;
};

export interface StackNetwork extends Arguments<DockerNetworkConfig> {
  /** @default "overlay" */
  readonly driver: string;
}

export type StackVolume = Arguments<DockerVolumeConfig>;

export interface StackConfig extends Arguments<DockerConfigConfig> {
  readonly content: Content;
}

export interface StackSecret extends Arguments<DockerSecretConfig> {
  /** Absent where a driver has it. */
  readonly content?: Content;
  /** Where the content is write-only: the number that shows another one. */
  readonly version?: number;
}
