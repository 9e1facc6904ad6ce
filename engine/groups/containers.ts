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
import type { Call, CallOptions, Content } from "../client";
import type { CallKind } from "../limits";
import type { Frame } from "../log-stream";
import { collectOutput, type Output } from "../output";
import { encodeFilters, type Query } from "../query";
import { RemovableCollection } from "./collection";
import type {
  AttachOptions,
  ContainerExit,
  ContainerListOptions,
  ContainerRemoveOptions,
  ExpectedExit,
  PutArchiveOptions,
  StopOptions,
  WaitCondition,
} from "./container-options";
import { expectExit } from "./container-wait";
import { type LogOptions, logCall, logFrames } from "./log-calls";

/** Containers (https://docs.docker.com/reference/api/engine/#tag/Container). */
export class Containers extends RemovableCollection<ContainerInspect, ContainerSummary, ContainerRemoveOptions> {
  protected readonly base = "/containers";
  protected readonly kind = "container";

  override list({ signal, filters, ...query }: ContainerListOptions = {}): Promise<ContainerSummary[]> {
    return this.listAt("/containers/json", { ...query, filters: encodeFilters(filters) }, signal);
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
    return this.post(name, "/stop", { t: options.timeout }, options, "work");
  }

  async restart(name: string, options: StopOptions = {}): Promise<void> {
    await this.post(name, "/restart", { t: options.timeout }, options, "work");
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

  /** Waits for the exit. @param options.condition @default "not-running" */
  async wait(name: string, options: CallOptions & { readonly condition?: WaitCondition } = {}): Promise<ContainerExit> {
    return (await this.expectExit(name, { condition: "not-running", ...options })).exit;
  }

  /**
   * Resolves as soon as the engine watches: a start after that cannot exit unseen.
   *
   * @param options.condition @default "next-exit"
   */
  expectExit(name: string, options: CallOptions & { readonly condition?: WaitCondition } = {}): Promise<ExpectedExit> {
    const { signal, condition = "next-exit" } = options;
    return expectExit(this.client, this.on(name, { method: "POST", path: "/wait", query: { condition }, signal }));
  }

  /** What it printed until now. */
  async logs(name: string, options: LogOptions = {}): Promise<Output> {
    return collectOutput(await this.frames(name, options, false));
  }

  /** What it prints, piece by piece, until it stops. Resolves when the engine has begun to send. */
  followLogs(name: string, options: LogOptions = {}): Promise<AsyncIterable<Frame>> {
    return this.frames(name, options, true);
  }

  /** The connection to the container's streams: raw with a terminal, else in frames (`demultiplex`). */
  attach(name: string, options: AttachOptions = {}): Promise<Duplex> {
    const { signal, detachKeys, logs, stdin = false, stdout = true, stderr = true } = options;
    const query = { stream: true, stdin, stdout, stderr, logs, detachKeys };
    return this.client.hijack(this.on(name, { method: "POST", path: "/attach", query, signal }));
  }

  /** What the container changed in its image's files: Kind 0 modified, 1 added, 2 deleted. */
  async changes(name: string, options?: CallOptions): Promise<FilesystemChange[]> {
    const call = this.on(name, {
      method: "GET",
      path: "/changes",
      kind: "slowLook",
      answer: "list",
      signal: options?.signal,
    } as const);
    return this.client.value<FilesystemChange[]>(call);
  }

  /** @param psArguments @default "-ef" */
  top(name: string, psArguments?: string, options?: CallOptions): Promise<ContainerTop> {
    return this.client.value(
      this.on(name, {
        method: "GET",
        path: "/top",
        query: { ps_args: psArguments },
        kind: "slowLook",
        signal: options?.signal,
      }),
    );
  }

  /** Unpacks a tar archive (plain, gzip, bzip2 or xz) into the directory `path`. */
  async putArchive(name: string, path: string, archive: Content, options: PutArchiveOptions = {}): Promise<void> {
    const { signal, noOverwriteDirNonDir, copyUIDGID } = options;
    const call: Call = {
      method: "PUT",
      path: "/archive",
      query: { path, noOverwriteDirNonDir: noOverwriteDirNonDir && 1, copyUIDGID: copyUIDGID && 1 },
      headers: { "Content-Type": "application/x-tar" },
      content: archive,
      kind: "work",
      signal,
    };
    await this.client.done(this.on(name, call));
  }

  /** `path` as a tar archive. */
  async getArchive(name: string, path: string, options?: CallOptions): Promise<Readable> {
    const call = this.on(name, {
      method: "GET",
      path: "/archive",
      query: { path },
      kind: "work",
      signal: options?.signal,
    });
    return (await this.client.stream(call)).body;
  }

  protected override inspectCall(name: string, options?: CallOptions): Call {
    return this.on(name, { method: "GET", path: "/json", kind: "containerLook", signal: options?.signal });
  }

  protected override removalQuery(options?: ContainerRemoveOptions): Query {
    return { force: options?.force, v: options?.volumes };
  }

  private async frames(name: string, options: LogOptions, follow: boolean): Promise<AsyncIterable<Frame>> {
    const terminal = options.tty ?? (await this.inspect(name, { signal: options.signal })).Config.Tty ?? false;
    return logFrames(this.client, this.on(name, logCall(options, follow)), terminal);
  }

  private post(name: string, path: string, query: Query, options?: CallOptions, kind?: CallKind): Promise<boolean> {
    return this.client.done(this.on(name, { method: "POST", path, query, kind, signal: options?.signal }));
  }
}
