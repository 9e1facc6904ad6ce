/** How long an answer may take and how much it may be; what is not named has no limit. */
export interface Limits {
  /** Milliseconds from a request, once it has a connection, to the end of the answer's headers. */
  readonly head?: number;
  /** Milliseconds without a byte of the body. */
  readonly idle?: number;
  /** Milliseconds from the answer's headers to its end. */
  readonly total?: number;
  /** Bytes of the body. */
  readonly bytes?: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MEGABYTE = 1_048_576;

/**
 * What an engine that works needs at the very most, by the kind of call. An engine looks things up in its memory, within
 * milliseconds even where the machine is loaded; a call without `head` may work for as long as it takes.
 */
export const limits = {
  /** A connection of a socket, its TLS handshake included. */
  connect: { head: 10 * SECOND },
  /** The client program behind a connection that is carried by `docker exec` or ssh: it has to start. */
  greeting: { head: MINUTE },
  /** The ping that asks for the version. */
  ping: { head: 10 * SECOND, idle: 10 * SECOND, total: 10 * SECOND, bytes: MEGABYTE },
  /** Looks at one object, or lists them. */
  look: { head: 10 * SECOND, idle: 10 * SECOND, total: MINUTE, bytes: 32 * MEGABYTE },
  /**
   * Looks at a container, which waits while the engine starts, commits or compares it, for as long as a change takes. An
   * engine that hangs is told by its ping. Source: Moby, daemon/inspect.go and daemon/changes.go take one lock.
   */
  containerLook: { head: 10 * MINUTE, idle: 10 * SECOND, total: MINUTE, bytes: 32 * MEGABYTE },
  /** Looks at what a swarm knows: a manager that has lost its leader waits for another for 20 s. */
  swarmLook: { head: 45 * SECOND, idle: 10 * SECOND, total: MINUTE, bytes: 32 * MEGABYTE },
  /** Looks into a registry, or at the processes of a container. */
  slowLook: { head: 2 * MINUTE, idle: MINUTE, total: 2 * MINUTE, bytes: 32 * MEGABYTE },
  /** Prepares or names something: nothing is made or started. */
  prompt: { head: MINUTE, idle: 10 * SECOND, total: MINUTE, bytes: MEGABYTE },
  /** Makes, changes or removes an object. */
  change: { head: 10 * MINUTE, idle: MINUTE, total: 10 * MINUTE, bytes: 32 * MEGABYTE },
  /** The headers come at once, the rest as it happens: events, logs, a wait, a hijacked connection. */
  feed: { head: MINUTE },
  /** Takes as long as what it does: build, pull, push, commit, stop, archives. */
  work: {},
} as const satisfies Readonly<Record<string, Limits>>;

export type CallKind = Exclude<keyof typeof limits, "connect" | "greeting">;
export type LimitTable = Readonly<Record<keyof typeof limits, Limits>>;

/** Bytes that are read of an engine's error. */
export const LONGEST_REFUSAL = 65_536;

/** Bytes of what a process printed, where it is wanted as a whole. */
export const LONGEST_OUTPUT = 128 * MEGABYTE;

/** Bytes of one message in a stream of them. */
export const LONGEST_MESSAGE = 32 * MEGABYTE;

export type LimitName = keyof Limits | "connect";

/** Something took longer, or was more, than it may. */
export class LimitReached extends Error {
  override readonly name = "LimitReached";

  /** @param allowed milliseconds, or bytes */
  constructor(
    readonly limit: LimitName,
    readonly allowed: number,
  ) {
    super(`${limit}: ${allowed}`);
  }
}
