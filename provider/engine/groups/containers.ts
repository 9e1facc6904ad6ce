import type { IncomingMessage } from "node:http";
import type { Duplex, Readable } from "node:stream";
import type {
  ContainerCreated,
  ContainerCreateRequest,
  ContainerInspect,
  ContainerSummary,
  ContainerTop,
  ContainerUpdateRequest,
  FilesystemChange,
} from "../api-types";
import type { Call, CallOptions } from "../client";
import type { Frame } from "../log-stream";
import type { Output } from "../output";
import { encodeFilters, type Filters, type Instant } from "../query";
import { Collection, unlessAbsent } from "./collection";

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
}

export interface PutArchiveOptions extends CallOptions {
  /** Refuse to replace a directory by a file and the other way round. @default false */
  readonly noOverwriteDirNonDir?: boolean;
  /** Keep the archive's user and group. @default false */
  readonly copyUIDGID?: boolean;
}

/** Containers (https://docs.docker.com/reference/api/engine/#tag/Container). */
export class Containers extends Collection<ContainerInspect> {
  protected readonly base = "/containers";
  protected readonly kind = "container";

  list(options: ContainerListOptions = {}): Promise<ContainerSummary[]> {
    const { signal, filters, ...query } = options;
    return this.client.value({
      method: "GET",
      path: "/containers/json",
      query: { ...query, filters: encodeFilters(filters) },
      signal,
    });
  }

  /** @param name @default - the engine makes one up */
  create(
    name: string | undefined,
    body: ContainerCreateRequest,
    options: CallOptions & {
      /** `os[/arch[/variant]]`. @default - the engine's own */
      readonly platform?: string;
    } = {},
  ): Promise<ContainerCreated> {
    return this.client.value({
      method: "POST",
      path: "/containers/create",
      query: { name, platform: options.platform },
      json: body,
      about: this.reference(name ?? body.Image ?? ""),
      signal: options.signal,
    });
  }

  /** False where it was running already. */
  start(name: string, options?: CallOptions): Promise<boolean> {
    return this.post(name, "/start", {}, options);
  }

  /** False where it was stopped already. */
  stop(name: string, options: StopOptions = {}): Promise<boolean> {
    return this.post(name, "/stop", { t: options.timeout }, options);
  }

  async restart(name: string, options: StopOptions = {}): Promise<void> {
    await this.post(name, "/restart", { t: options.timeout }, options);
  }

  /** @param unixSignal `SIGHUP` or a number. @default - the engine's, SIGKILL */
  async kill(name: string, unixSignal?: string, options?: CallOptions): Promise<void> {
    await this.post(name, "/kill", { signal: unixSignal }, options);
  }

  async pause(name: string, options?: CallOptions): Promise<void> {
    await this.post(name, "/pause", {}, options);
  }

  async unpause(name: string, options?: CallOptions): Promise<void> {
    await this.post(name, "/unpause", {}, options);
  }

  async rename(name: string, newName: string, options?: CallOptions): Promise<void> {
    await this.post(name, "/rename", { name: newName }, options);
  }

  /** Size of the terminal, in characters. */
  async resize(
    name: string,
    size: { readonly height: number; readonly width: number },
    options?: CallOptions,
  ): Promise<void> {
    await this.post(name, "/resize", { h: size.height, w: size.width }, options);
  }

  update(
    name: string,
    body: ContainerUpdateRequest,
    options?: CallOptions,
  ): Promise<{ readonly Warnings?: string[] | null }> {
    return this.client.value(this.on(name, { method: "POST", path: "/update", json: body, signal: options?.signal }));
  }

  remove(name: string, options: ContainerRemoveOptions = {}): Promise<void> {
    return this.removeWith(name, { force: options.force, v: options.volumes }, options);
  }

  /** False where it did not exist. */
  tryRemove(name: string, options?: ContainerRemoveOptions): Promise<boolean> {
    return unlessAbsent(this.remove(name, options));
  }

  /** Waits for the exit. @param options.condition @default "not-running" */
  async wait(name: string, options: CallOptions & { readonly condition?: WaitCondition } = {}): Promise<ContainerExit> {
    return (await this.expectExit(name, options)).exit;
  }

  /**
   * Resolves as soon as the engine watches: a start after that cannot exit unseen.
   *
   * @param options.condition @default "next-exit"
   */
  declare expectExit: (
    name: string,
    options?: CallOptions & { readonly condition?: WaitCondition },
  ) => Promise<ExpectedExit>;

  /** What it printed until now. */
  declare logs: (name: string, options?: LogOptions) => Promise<Output>;

  /** What it prints, piece by piece, until it stops. */
  declare followLogs: (name: string, options?: LogOptions) => AsyncIterable<Frame>;

  /** The connection to the container's streams: raw with a terminal, else in frames (`demultiplex`). */
  attach(name: string, options: AttachOptions = {}): Promise<Duplex> {
    const { signal, detachKeys, logs, stdin = false, stdout = true, stderr = true } = options;
    const query = { stream: true, stdin, stdout, stderr, logs, detachKeys };
    return this.client.hijack(this.on(name, { method: "POST", path: "/attach", query, signal }));
  }

  /** What the container changed in its image's files: Kind 0 modified, 1 added, 2 deleted. */
  async changes(name: string, options?: CallOptions): Promise<FilesystemChange[]> {
    const call = this.on(name, { method: "GET", path: "/changes", signal: options?.signal });
    return (await this.client.value<FilesystemChange[] | null>(call)) ?? [];
  }

  /** @param psArguments @default "-ef" */
  top(name: string, psArguments?: string, options?: CallOptions): Promise<ContainerTop> {
    return this.client.value(
      this.on(name, { method: "GET", path: "/top", query: { ps_args: psArguments }, signal: options?.signal }),
    );
  }

  /** Unpacks a tar archive (plain, gzip, bzip2 or xz) into the directory `path`. */
  async putArchive(
    name: string,
    path: string,
    archive: Readable | Buffer,
    options: PutArchiveOptions = {},
  ): Promise<void> {
    const { signal, noOverwriteDirNonDir, copyUIDGID } = options;
    const call: Call = {
      method: "PUT",
      path: "/archive",
      query: { path, noOverwriteDirNonDir: noOverwriteDirNonDir && 1, copyUIDGID: copyUIDGID && 1 },
      headers: { "Content-Type": "application/x-tar" },
      content: archive,
      signal,
    };
    await this.client.done(this.on(name, call));
  }

  /** `path` as a tar archive. */
  getArchive(name: string, path: string, options?: CallOptions): Promise<IncomingMessage> {
    return this.client.stream(
      this.on(name, { method: "GET", path: "/archive", query: { path }, signal: options?.signal }),
    );
  }

  protected override inspectCall(name: string, options?: CallOptions): Call {
    return this.on(name, { method: "GET", path: "/json", signal: options?.signal });
  }

  private post(name: string, path: string, query: Call["query"], options?: CallOptions): Promise<boolean> {
    return this.client.done(this.on(name, { method: "POST", path, query, signal: options?.signal }));
  }
}
