import type { Port } from "../formats/port";
import type { Problem } from "../problems/problem";
import type { ServiceSpec } from "./engine-api";

type Texts = Readonly<Record<string, string>>;

/** Bytes; a text where it holds values that only Terraform knows. */
export type Content = Buffer | string;

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

/** As `BuiltImage` has it, but for the name; paths are absolute. */
export interface StackBuild {
  /** Name of the image, as the service's specification has it. */
  readonly image: string;
  readonly context: string;
  readonly dockerfile?: string;
  readonly buildArgs?: Texts;
  readonly labels?: Texts;
  readonly target?: string;
  readonly platform?: string;
  readonly networkMode?: string;
  readonly extraHosts?: string[];
  /** Bytes. */
  readonly shmSize?: number;
  readonly ulimit?: { readonly name: string; readonly soft: number; readonly hard: number }[];
  readonly cacheFrom?: string[];
  readonly noCache?: boolean;
  readonly pullParent?: boolean;
  readonly isolation?: string;
  readonly secrets?: { readonly id: string; readonly src: string }[];
}

export interface StackNetwork {
  readonly name: string;
  /** @default "overlay" */
  readonly driver: string;
  readonly options?: Texts;
  readonly labels: Texts;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ipv4?: boolean;
  readonly ipv6?: boolean;
  readonly ipamDriver?: string;
  readonly ipamOptions?: Texts;
  readonly ipamConfig?: readonly IpamConfig[];
}

export interface IpamConfig {
  readonly subnet?: string;
  readonly ipRange?: string;
  readonly gateway?: string;
  readonly auxAddress?: Texts;
}

export interface StackVolume {
  readonly name: string;
  readonly driver?: string;
  readonly driverOptions?: Texts;
  readonly labels: Texts;
}

export interface StackConfig {
  readonly name: string;
  readonly content: Content;
  readonly labels: Texts;
  readonly templateDriver?: string;
}

export interface StackSecret {
  readonly name: string;
  /** Absent where a driver has it. */
  readonly content?: Content;
  readonly labels: Texts;
  readonly driver?: string;
  readonly driverOptions?: Texts;
  readonly templateDriver?: string;
}
