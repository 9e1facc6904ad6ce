/** How the edge serves a published port. What it says holds for all ports that the service publishes. */
export type EdgeService = TcpService | HttpService;

/** Bytes, whatever they mean: any protocol over TCP, HTTP as well. */
export interface TcpService {
  /** Connections are passed on as they come. */
  readonly protocol: "tcp";
}

/** HTTP: a request that could not be delivered is sent to another task. */
export interface HttpService {
  /** Requests are looked into, and may be given to another task. */
  readonly protocol: "http";
  /**
   * Whether a request may be repeated whose answer was lost. Right only where a repetition changes nothing more, as in a
   * vote that replaces the voter's last; a request whose connection failed is repeated in any case.
   * @default false
   */
  readonly idempotent?: boolean;
  /** Whether pages stay open and are written to: server-sent events, WebSockets, long polls. @default false */
  readonly live?: boolean;
  /** Path that answers 2xx or 3xx where a task is fit to serve. @default - a task that takes connections is */
  readonly healthPath?: string;
}

/** A port on every node, and the tasks behind it. */
export interface EdgeRoute {
  /** Key of the service, which names the route in HAProxy's log. */
  readonly key: string;
  /** Name of the service in the swarm. */
  readonly service: string;
  readonly published: number;
  readonly target: number;
  /** Tasks that can be served, a number or a Terraform number as text. */
  readonly slots: string;
  readonly as: EdgeService;
}
