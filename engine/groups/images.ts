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
import type { Call, CallOptions, Content } from "../client";
import { encodeFilters } from "../query";
import { registryAuthHeader } from "../registry-auth";
import { Collection, type ListOptions, unlessAbsent } from "./collection";

export interface ImageListOptions extends ListOptions {
  /** Intermediate ones too. @default false */
  readonly all?: boolean;
  readonly digests?: boolean;
}

/** As the OCI image specification spells it. */
export interface ImagePlatform {
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
}

export interface ProgressOptions extends CallOptions {
  readonly onProgress?: (message: ProgressMessage) => void;
}

export interface PullOptions extends ProgressOptions {
  /** `os[/arch[/variant]]`. @default - the engine's own */
  readonly platform?: string;
  readonly auth?: RegistryAuth;
}

export interface PushOptions extends ProgressOptions {
  readonly auth?: RegistryAuth;
}

export interface ImportOptions extends CallOptions {
  /** Name of the image. @default - none */
  readonly repo?: string;
  readonly tag?: string;
  readonly message?: string;
  /** Dockerfile instructions, a line each. */
  readonly changes?: readonly string[];
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
export class Images extends Collection<ImageInspect, ImageSummary> {
  protected readonly base = "/images";
  protected readonly kind = "image";

  override list({ signal, filters, ...query }: ImageListOptions = {}): Promise<ImageSummary[]> {
    return this.listAt("/images/json", { ...query, filters: encodeFilters(filters) }, signal);
  }

  /**
   * What the engine has of the image for a platform; undefined where it has nothing. Needs an engine of API 1.49.
   */
  tryInspectFor(name: string, platform: ImagePlatform, options?: CallOptions): Promise<ImageInspect | undefined> {
    const query = { platform: JSON.stringify(platform) };
    return this.client.tryValue(this.on(name, { method: "GET", path: "/json", query, signal: options?.signal }));
  }

  /**
   * Pulls `name`, `name:tag` or `name@digest`; without either, `latest`.
   *
   * @throws EngineError "not-found", "unauthorized", "registry-unreachable", "registry-untrusted", "registry-limited",
   * "registry-failing", also where the engine says so in its progress
   */
  pull(reference: string, options: PullOptions = {}): Promise<void> {
    const { name, tag } = splitReference(reference);
    const call: Call = {
      method: "POST",
      path: "/images/create",
      query: { fromImage: name, tag: tag ?? "latest", platform: options.platform },
      headers: registryAuthHeader(options.auth),
      about: this.reference(reference),
      kind: "work",
      signal: options.signal,
    };
    return this.progress(call, options);
  }

  /**
   * Pushes `name:tag`; without a tag, `latest`.
   *
   * @returns the digest by which the registry knows what was pushed; undefined where the engine tells of none
   * @throws EngineError like `pull`
   */
  async push(reference: string, options: PushOptions = {}): Promise<string | undefined> {
    const { name, tag } = splitReference(reference);
    const call = {
      method: "POST",
      path: "/push",
      query: { tag: tag ?? "latest" },
      // The engine insists on the header, even where there is nothing to say.
      headers: registryAuthHeader(options.auth ?? {}),
      kind: "work",
      signal: options.signal,
    } as const;
    let digest: string | undefined;
    const onProgress = (message: ProgressMessage) => {
      options.onProgress?.(message);
      digest = pushedDigest(message) ?? digest;
    };
    await this.progress({ ...this.on(name, call), about: this.reference(reference) }, { onProgress });
    return digest;
  }

  /** Loads the images of a tar archive that `save` made. */
  load(archive: Content, options: ProgressOptions = {}): Promise<void> {
    const headers = { "Content-Type": "application/x-tar" };
    const call = { method: "POST", path: "/images/load", headers, content: archive, kind: "work" } as const;
    return this.progress({ ...call, signal: options.signal }, options);
  }

  /** Makes an image of a tar archive of files. Its id. */
  async import(archive: Content, options: ImportOptions = {}): Promise<string> {
    const { signal, ...query } = options;
    const call: Call = {
      method: "POST",
      path: "/images/create",
      query: { fromSrc: "-", ...query },
      headers: { "Content-Type": "application/x-tar" },
      content: archive,
      kind: "work",
      signal,
    };
    let last: string | undefined;
    await this.progress(call, {
      onProgress: ({ status }) => {
        last = status;
      },
    });
    return last ?? "";
  }

  /** The images as one tar archive. */
  async save(names: readonly string[], options?: CallOptions): Promise<Readable> {
    const call = {
      method: "GET",
      path: "/images/get",
      query: { names },
      kind: "work",
      signal: options?.signal,
    } as const;
    return (await this.client.stream(call)).body;
  }

  history(name: string, options?: CallOptions): Promise<ImageHistoryItem[]> {
    return this.client.value(
      this.on(name, { method: "GET", path: "/history", answer: "list", signal: options?.signal }),
    );
  }

  /** Gives `source` the name `repo:tag`. @param target.tag @default "latest" */
  async tag(
    source: string,
    target: { readonly repo: string; readonly tag?: string },
    options?: CallOptions,
  ): Promise<void> {
    await this.client.done(
      this.on(source, { method: "POST", path: "/tag", query: { ...target }, kind: "prompt", signal: options?.signal }),
    );
  }

  remove(name: string, options: ImageRemoveOptions = {}): Promise<ImageDeleted[]> {
    const { signal, ...query } = options;
    return this.client.value(this.on(name, { method: "DELETE", path: "", query, answer: "list", signal }));
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
      kind: "work",
      signal,
    });
    return made.Id;
  }

  private async progress(call: Call, { onProgress }: ProgressOptions): Promise<void> {
    for await (const message of await this.client.messages<ProgressMessage>(call)) onProgress?.(message);
  }

  protected override inspectCall(name: string, options?: CallOptions) {
    return this.on(name, { method: "GET", path: "/json", signal: options?.signal } as const);
  }
}

/** The line that both image stores end a push with: `v1: digest: sha256:… size: 527`. */
const pushedDigest = ({ status }: ProgressMessage): string | undefined =>
  /: digest: (sha256:[0-9a-f]{64}) size: \d+$/.exec(status ?? "")?.[1];

/** The tag, or the digest, behind an image's name; a colon before the last slash belongs to the registry's port. */
function splitReference(reference: string): { name: string; tag: string | undefined } {
  const at = reference.indexOf("@", 1);
  const colon = reference.lastIndexOf(":");
  const cut = at > 0 ? at : colon > Math.max(0, reference.lastIndexOf("/")) ? colon : reference.length;
  return { name: reference.slice(0, cut), tag: reference.slice(cut + 1) || undefined };
}
