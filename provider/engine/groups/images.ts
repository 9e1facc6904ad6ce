import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type {
  ContainerConfig,
  ImageDeleted,
  ImageHistoryItem,
  ImageInspect,
  ImageSummary,
  ProgressMessage,
  RegistryAuth,
} from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { registryAuthHeader } from "../registry-auth";
import { Collection, unlessAbsent } from "./collection";

export interface ProgressOptions extends CallOptions {
  readonly onProgress?: (message: ProgressMessage) => void;
}

export interface PullOptions extends ProgressOptions {
  /** `os[/arch[/variant]]`. @default - the engine's own */
  readonly platform?: string;
  readonly auth?: RegistryAuth;
}

export interface ImageRemoveOptions extends CallOptions {
  /** Even where stopped containers or other tags use it. @default false */
  readonly force?: boolean;
  /** Keep its untagged parents. @default false */
  readonly noprune?: boolean;
}

export interface CommitOptions extends CallOptions {
  readonly container: string;
  /** Name of the image. @default - none, `<none>` in a list */
  readonly repo?: string;
  readonly tag?: string;
  readonly comment?: string;
  readonly author?: string;
  /** Pause the container meanwhile. @default true */
  readonly pause?: boolean;
  /** Dockerfile instructions, a line each. */
  readonly changes?: readonly string[];
  /** Replaces members of the container's own configuration. */
  readonly config?: ContainerConfig;
}

/** Images (https://docs.docker.com/reference/api/engine/#tag/Image). */
export class Images extends Collection<ImageInspect> {
  protected readonly base = "/images";
  protected readonly kind = "image";

  list(
    options: CallOptions & { readonly all?: boolean; readonly digests?: boolean; readonly filters?: Filters } = {},
  ): Promise<ImageSummary[]> {
    const { signal, filters, ...query } = options;
    return this.client.value({
      method: "GET",
      path: "/images/json",
      query: { ...query, filters: encodeFilters(filters) },
      signal,
    });
  }

  /**
   * Pulls `name`, `name:tag` or `name@digest`; without either, `latest`.
   *
   * @throws EngineError "not-found", "unauthorized", "registry-unreachable", also where the engine says so inside its progress
   */
  declare pull: (reference: string, options?: PullOptions) => Promise<void>;

  /** Pushes `name:tag`. @throws EngineError like `pull` */
  declare push: (reference: string, options?: ProgressOptions & { readonly auth?: RegistryAuth }) => Promise<void>;

  /** Loads a tar archive of `save`. */
  declare load: (archive: Readable | Buffer, options?: ProgressOptions) => Promise<void>;

  /** The images as one tar archive. */
  save(names: readonly string[], options?: CallOptions): Promise<IncomingMessage> {
    return this.client.stream({ method: "GET", path: "/images/get", query: { names }, signal: options?.signal });
  }

  history(name: string, options?: CallOptions): Promise<ImageHistoryItem[]> {
    return this.client.value(this.on(name, { method: "GET", path: "/history", signal: options?.signal }));
  }

  /** Gives `source` the name `repo:tag`. @param target.tag @default "latest" */
  async tag(
    source: string,
    target: { readonly repo: string; readonly tag?: string },
    options?: CallOptions,
  ): Promise<void> {
    await this.client.done(
      this.on(source, { method: "POST", path: "/tag", query: { ...target }, signal: options?.signal }),
    );
  }

  remove(name: string, options: ImageRemoveOptions = {}): Promise<ImageDeleted[]> {
    const { signal, ...query } = options;
    return this.client.value(this.on(name, { method: "DELETE", path: "", query, signal }));
  }

  /** False where it did not exist. */
  tryRemove(name: string, options?: ImageRemoveOptions): Promise<boolean> {
    return unlessAbsent(this.remove(name, options));
  }

  /** Makes an image of a container's files. */
  async commit(options: CommitOptions): Promise<string> {
    const { signal, config, ...query } = options;
    const about = { kind: "container", name: options.container } as const;
    const made = await this.client.value<{ Id: string }>({
      method: "POST",
      path: "/commit",
      query,
      json: config ?? {},
      about,
      signal,
    });
    return made.Id;
  }

  protected override inspectCall(name: string, options?: CallOptions) {
    return this.on(name, { method: "GET", path: "/json", signal: options?.signal } as const);
  }
}
