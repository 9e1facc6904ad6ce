import type { CallOptions } from "../client";
import type { Filters, Instant } from "../query";

export interface ContainerListOptions extends CallOptions {
  /** Stopped ones too. @default false */
  readonly all?: boolean;
  readonly limit?: number;
  readonly size?: boolean;
  readonly filters?: Filters;
}

export interface ContainerRemoveOptions extends CallOptions {
  /** Kill it if it runs. @default false */
  readonly force?: boolean;
  /** Remove its anonymous volumes too. @default false */
  readonly volumes?: boolean;
}

export interface StopOptions extends CallOptions {
  /** Seconds until it is killed; 0 kills at once, -1 waits for ever. @default - the container's own, or 10 */
  readonly timeout?: number;
}

/** State of a container that `wait` waits for: not running now, its next exit, or its removal. */
export type WaitCondition = "not-running" | "next-exit" | "removed";

export interface ContainerExit {
  readonly exitCode: number;
  /** Why the engine could not wait, or start the process. */
  readonly error?: string;
}

/** An exit that the engine has been asked to report. */
export interface ExpectedExit {
  readonly exit: Promise<ContainerExit>;
}

export interface AttachOptions extends CallOptions {
  /** @default false */
  readonly stdin?: boolean;
  /** @default true */
  readonly stdout?: boolean;
  /** @default true */
  readonly stderr?: boolean;
  /** What was printed before, too. @default false */
  readonly logs?: boolean;
  readonly detachKeys?: string;
}

export interface LogOptions extends CallOptions {
  /** @default true */
  readonly stdout?: boolean;
  /** @default true */
  readonly stderr?: boolean;
  /** Lines from the end. @default - all */
  readonly tail?: number;
  readonly since?: Instant;
  readonly until?: Instant;
  /** Begin each line with its time. @default false */
  readonly timestamps?: boolean;
  /** Begin each line with the log driver's attributes. @default false */
  readonly details?: boolean;
  /** Whether the container has a terminal. @default - asked of the engine */
  readonly tty?: boolean;
}

export interface PutArchiveOptions extends CallOptions {
  /** Refuse to replace a directory by a file and the other way round. @default false */
  readonly noOverwriteDirNonDir?: boolean;
  /** Keep the archive's user and group. @default false */
  readonly copyUIDGID?: boolean;
}
