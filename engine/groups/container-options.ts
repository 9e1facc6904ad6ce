import type { CallOptions } from "../client";
import type { ListOptions } from "./collection";

export interface ContainerListOptions extends ListOptions {
  /** Stopped ones too. @default false */
  readonly all?: boolean;
  readonly limit?: number;
  readonly size?: boolean;
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

export interface PutArchiveOptions extends CallOptions {
  /** Refuse to replace a directory by a file and the other way round. @default false */
  readonly noOverwriteDirNonDir?: boolean;
  /** Keep the archive's user and group. @default false */
  readonly copyUIDGID?: boolean;
}
