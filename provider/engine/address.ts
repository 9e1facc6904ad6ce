/** Where an engine answers. `url` is the canonical spelling: two addresses of one engine have the same. */
export type Address = UnixAddress | TcpAddress | SshAddress | ContainerAddress;

export interface UnixAddress {
  readonly kind: "unix";
  readonly url: string;
  /** Path of the engine's socket. */
  readonly path: string;
}

export interface TcpAddress {
  readonly kind: "tcp";
  readonly url: string;
  readonly host: string;
  /** @default - 2375, or 2376 with TLS: see `tcpPort` */
  readonly port?: number;
}

export interface SshAddress {
  readonly kind: "ssh";
  readonly url: string;
  readonly host: string;
  /** @default - what the system's ssh decides */
  readonly user?: string;
  /** @default - what the system's ssh decides */
  readonly port?: number;
  /** Path of the engine's socket on the far side. @default - what `docker` there decides */
  readonly path?: string;
}

export interface ContainerAddress {
  readonly kind: "container";
  readonly url: string;
  /** Containers that hold an engine; the first that answers is used. */
  readonly names: readonly string[];
  /** Engine that runs the containers. @default - the default engine */
  readonly via?: Address;
}

/** Docker's own default on Linux and macOS. */
export const defaultUrl = "unix:///var/run/docker.sock";

export declare function parseAddress(url: string): Address;
export declare function tryParseAddress(url: string): Address | undefined;
