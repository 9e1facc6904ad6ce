import type { Duplex } from "node:stream";
import { type Address, defaultUrl, parseAddress } from "./address";
import { TransportAgent } from "./agent";
import type { ContainerInspect, DistributionInspect, ProgressMessage, RegistryAuth } from "./api-types";
import type { Call, CallOptions, Client, Content } from "./client";
import { EngineError } from "./errors";
import { Configs } from "./groups/configs";
import { Containers } from "./groups/containers";
import { Exec } from "./groups/exec";
import { type CommitOptions, Images } from "./groups/images";
import { Networks } from "./groups/networks";
import { Nodes } from "./groups/nodes";
import { Plugins } from "./groups/plugins";
import { Secrets } from "./groups/secrets";
import { Services } from "./groups/services";
import { Swarm } from "./groups/swarm";
import { System } from "./groups/system";
import { Tasks } from "./groups/tasks";
import { Volumes } from "./groups/volumes";
import { untilHealthy } from "./health";
import { HttpClient } from "./http-client";
import { type LimitTable, limits as standard } from "./limits";
import { type Log, silent } from "./log";
import { type Query, segment } from "./query";
import { registryAuthHeader, registryConfigHeader } from "./registry-auth";
import { containerTransport } from "./transports/container";
import { sshTransport } from "./transports/ssh";
import { hostHeader, type TlsMaterial, tcpTransport } from "./transports/tcp";
import type { Transport } from "./transports/transport";
import { unixTransport } from "./transports/unix";
import { type UntilOptions, until } from "./until";

export interface EngineOptions {
  /** Speak TLS on tcp:// addresses. @default - plain HTTP */
  readonly tls?: TlsMaterial;
  /** Arguments of the system's ssh, before the host: `["-i", "key", "-o", "StrictHostKeyChecking=yes"]`. @default [] */
  readonly sshOptions?: readonly string[];
  /** Engine that runs the containers of a container:// address. @default - the address's `via`, or the default engine */
  readonly via?: Engine;
  /** @default - nothing is written */
  readonly log?: Log;
  /** What each kind of call may take. @default limits */
  readonly limits?: LimitTable;
}

export interface BuildOptions extends CallOptions {
  /** Query of `POST /build`: `{ t: ["name:tag"], dockerfile, buildargs: JSON, version: "2", session }`. */
  readonly query: Query;
  /** The build context, a tar archive. @default - none: it comes from `remote` in the query, or through the session */
  readonly context?: Content;
  /** Credentials by registry. */
  readonly registries?: Readonly<Record<string, RegistryAuth>>;
}

/** A connection to the BuildKit in an engine. */
export interface Buildkit {
  readonly connection: Duplex;
  /** What keeps a call on it from its end, told as an EngineError: Refused, or what befell the connection. */
  failure(error: unknown): EngineError;
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
  readonly plugins: Plugins;

  private constructor(
    readonly address: Address,
    private readonly client: Client,
    private readonly end: () => void,
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
    this.plugins = new Plugins(client);
  }

  /** @throws EngineError "bad-address" */
  static at(where: string | Address, options: EngineOptions = {}): Engine {
    const address = typeof where === "string" ? parseAddress(where) : where;
    const { log = silent, limits = standard } = options;
    const { transport, host, close, reach } = wayTo(address.kind, address, { ...options, limits });
    const agent = new TransportAgent(transport);
    const client = new HttpClient({ address, agent, host, log, limits, reach });
    return new Engine(address, client, () => {
      agent.close(closed(address));
      close?.();
    });
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
  distribution(
    name: string,
    options: CallOptions & { readonly auth?: RegistryAuth } = {},
  ): Promise<DistributionInspect> {
    return this.client.value({
      method: "GET",
      path: `/distribution/${segment(name)}/json`,
      headers: registryAuthHeader(options.auth),
      about: { kind: "image", name },
      kind: "slowLook",
      signal: options.signal,
    });
  }

  /** The progress of a build as it goes; a failed build throws. */
  build({ query, context, registries, signal }: BuildOptions): Promise<AsyncIterable<ProgressMessage>> {
    return this.client.messages({
      method: "POST",
      path: "/build",
      query,
      headers: { "Content-Type": "application/x-tar", ...registryConfigHeader(registries) },
      content: context,
      kind: "work",
      signal,
    });
  }

  /** The BuildKit in the engine, which speaks gRPC. Source: Moby, api/server/router/grpc */
  async buildkit({ signal }: CallOptions = {}): Promise<Buildkit> {
    const call = { method: "POST", path: "/grpc", headers: { Upgrade: "h2c" }, signal } as const;
    const connection = await this.client.hijack(call);
    return { connection, failure: (error) => this.client.failure(call, error) };
  }

  /** The raw connection after an upgrade, `POST /session` with `Upgrade: h2c` for instance. */
  hijack(call: Call): Promise<Duplex> {
    return this.client.hijack(call);
  }

  /**
   * Waits until `look` gives something: looks once after the engine has begun to report events, then after each event.
   *
   * @throws EngineError "connection-lost" where the events end before; and what `look` throws
   */
  until<T>(options: UntilOptions, look: () => Promise<T | undefined>): Promise<T> {
    return until(this.client, options, look);
  }

  /**
   * Waits until the container's health check passes.
   *
   * @throws EngineError "container-stopped" where it ends before, "unhealthy", "bad-request" where it has no health check
   */
  untilHealthy(container: string, options?: CallOptions): Promise<ContainerInspect> {
    return untilHealthy(this, container, options);
  }

  /** Ends every connection; calls under way fail with "aborted". */
  close(): void {
    this.end();
  }
}

interface Way {
  readonly transport: Transport;
  /** The `Host` header: where no host is meant, any will do. */
  readonly host: string;
  readonly close?: () => void;
  /** Milliseconds that a new connection may need before it carries anything. @default 0 */
  readonly reach?: number;
}

type AddressOf = { readonly [Kind in Address["kind"]]: Extract<Address, { kind: Kind }> };
type WayOptions = EngineOptions & { readonly limits: LimitTable };

const ways: { readonly [Kind in Address["kind"]]: (address: AddressOf[Kind], options: WayOptions) => Way } = {
  unix: (address, { limits }) => ({ transport: unixTransport(address, limits), host: "docker" }),
  tcp: (address, { tls, limits }) => ({
    transport: tcpTransport(address, tls, limits),
    host: hostHeader(address, tls),
  }),
  ssh: (address, { sshOptions = [], limits }) => ({
    transport: sshTransport(address, sshOptions),
    host: "docker",
    reach: limits.greeting.head,
  }),
  container(address, options) {
    const outer = options.via ?? Engine.at(address.via ?? defaultUrl, options);
    const close = options.via ? undefined : () => outer.close();
    return { transport: containerTransport(address, outer, options.limits), host: "docker", close };
  },
};

const wayTo = <Kind extends Address["kind"]>(kind: Kind, address: AddressOf[Kind], options: WayOptions): Way =>
  ways[kind](address, options);

function closed({ url }: Address): EngineError {
  return new EngineError({
    code: "aborted",
    what: `the engine at ${url} was closed`,
    remedy: "Whether a call that was under way was carried out is unknown: a refresh tells.",
    address: url,
  });
}
