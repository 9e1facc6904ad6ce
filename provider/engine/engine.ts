import type { Duplex, Readable } from "node:stream";
import type { Address } from "./address";
import type { ContainerInspect, DistributionInspect, ProgressMessage, RegistryAuth } from "./api-types";
import type { Call, CallOptions, Client } from "./client";
import { Configs } from "./groups/configs";
import { Containers } from "./groups/containers";
import { Exec } from "./groups/exec";
import { type CommitOptions, Images } from "./groups/images";
import { Networks } from "./groups/networks";
import { Nodes } from "./groups/nodes";
import { Secrets } from "./groups/secrets";
import { Services } from "./groups/services";
import { Swarm } from "./groups/swarm";
import { System } from "./groups/system";
import { Tasks } from "./groups/tasks";
import { Volumes } from "./groups/volumes";
import type { Log } from "./log";
import type { Filters, Query } from "./query";

/** TLS material, PEM text each. */
export interface TlsMaterial {
  /** Certificates that the engine's is checked against. @default - the system's */
  readonly ca?: string;
  /** The client's certificate and key, where the engine asks for them. */
  readonly cert?: string;
  readonly key?: string;
}

export interface EngineOptions {
  /** Speak TLS on tcp:// addresses. @default - plain HTTP */
  readonly tls?: TlsMaterial;
  /** Arguments of the system's ssh, before the host: `["-i", "key", "-o", "StrictHostKeyChecking=yes"]`. @default [] */
  readonly sshOptions?: readonly string[];
  /** Engine that runs the containers of a container:// address. @default - the address's `via`, or the default engine */
  readonly via?: Engine;
  /** @default - nothing is written */
  readonly log?: Log;
}

export interface BuildOptions extends CallOptions {
  /** Query of `POST /build`: `{ t: ["name:tag"], dockerfile, buildargs: JSON, version: "2", session }`. */
  readonly query: Query;
  /** The build context, a tar archive. @default - none: it comes from `remote` in the query, or through the session */
  readonly context?: Readable | Buffer;
  /** Credentials by registry. */
  readonly registries?: Readonly<Record<string, RegistryAuth>>;
}

export interface UntilOptions extends CallOptions {
  /** Which events may have changed the answer. */
  readonly filters: Filters;
}

/** A Docker engine. Nothing is connected before the first call; every method throws EngineError and nothing else. */
export class Engine {
  readonly containers: Containers;
  readonly networks: Networks;
  readonly volumes: Volumes;
  readonly images: Images;
  readonly exec: Exec;
  readonly system: System;
  readonly swarm: Swarm;
  readonly nodes: Nodes;
  readonly services: Services;
  readonly tasks: Tasks;
  readonly secrets: Secrets;
  readonly configs: Configs;

  private constructor(
    readonly address: Address,
    private readonly client: Client,
  ) {
    this.containers = new Containers(client);
    this.networks = new Networks(client);
    this.volumes = new Volumes(client);
    this.images = new Images(client);
    this.exec = new Exec(client);
    this.system = new System(client);
    this.swarm = new Swarm(client);
    this.nodes = new Nodes(client);
    this.services = new Services(client);
    this.tasks = new Tasks(client);
    this.secrets = new Secrets(client);
    this.configs = new Configs(client);
  }

  /** @throws EngineError "bad-address" */
  static at(address: string | Address, options?: EngineOptions): Engine {
    throw new Error("being written");
  }

  /** Canonical URL of the engine. */
  get url(): string {
    return this.address.url;
  }

  /** The API version that both sides speak, "1.41". */
  apiVersion(options?: CallOptions): Promise<string> {
    return this.client.apiVersion(options);
  }

  /** Makes an image of a container's files. Its id. */
  commit(options: CommitOptions): Promise<string> {
    return this.images.commit(options);
  }

  /** What the registry knows of an image, without pulling it. */
  declare distribution: (
    name: string,
    options?: CallOptions & { readonly auth?: RegistryAuth },
  ) => Promise<DistributionInspect>;

  /** The progress of a build as it goes; a failed build throws. */
  declare build: (options: BuildOptions) => Promise<AsyncIterable<ProgressMessage>>;

  /** The raw connection after an upgrade, `POST /session` with `Upgrade: h2c` for instance. */
  hijack(call: Call): Promise<Duplex> {
    return this.client.hijack(call);
  }

  /**
   * Waits until `look` gives something: looks once after the engine has begun to report events, then after each event.
   *
   * @throws EngineError "connection-lost" where the events end before
   */
  declare until: <T>(options: UntilOptions, look: () => Promise<T | undefined>) => Promise<T>;

  /**
   * Waits until the container's health check passes.
   *
   * @throws EngineError "container-stopped" where it ends before, "unhealthy", "bad-request" where it has no health check
   */
  declare untilHealthy: (container: string, options?: CallOptions) => Promise<ContainerInspect>;

  /** Ends every connection; calls under way fail with "aborted". */
  close(): void {
    throw new Error("being written");
  }
}
