import type { Plugin, PluginPrivilege, ProgressMessage, RegistryAuth } from "../api-types";
import type { CallOptions } from "../client";
import type { Query } from "../query";
import { registryAuthHeader } from "../registry-auth";
import { type ForceOptions, RemovableCollection } from "./collection";
import type { ProgressOptions } from "./images";

export interface PluginPullOptions extends ProgressOptions {
  /** What it is allowed: all that `privileges` tells, or the engine refuses it. */
  readonly privileges: readonly PluginPrivilege[];
  /** What it is to be called. @default - as in its registry */
  readonly alias?: string;
  readonly auth?: RegistryAuth;
}

/** Managed plugins (https://docs.docker.com/reference/api/engine/#tag/Plugin). */
export class Plugins extends RemovableCollection<Plugin, Plugin, ForceOptions> {
  protected readonly base = "/plugins";
  protected readonly kind = "plugin";

  protected override inspectCall(name: string, options?: CallOptions) {
    return this.on(name, { method: "GET", path: "/json", kind: this.looks, signal: options?.signal } as const);
  }

  /** What a plugin in a registry asks to be allowed. @throws EngineError like `Images.pull` */
  privileges(
    remote: string,
    { auth, signal }: CallOptions & { readonly auth?: RegistryAuth } = {},
  ): Promise<PluginPrivilege[]> {
    return this.client.value({
      ...{ method: "GET", path: "/plugins/privileges", query: { remote }, answer: "list", kind: "slowLook" },
      ...{ headers: registryAuthHeader(auth), about: this.reference(remote), signal },
    });
  }

  /** Installs it, disabled. @throws EngineError "name-taken", and like `Images.pull` */
  async pull(remote: string, { alias, privileges, auth, signal, onProgress }: PluginPullOptions): Promise<void> {
    const messages = await this.client.messages<ProgressMessage>({
      ...{ method: "POST", path: "/plugins/pull", query: { remote, name: alias }, json: privileges, kind: "work" },
      ...{ headers: registryAuthHeader(auth), about: this.reference(alias ?? remote), signal },
    });
    for await (const message of messages) onProgress?.(message);
  }

  /** @param options.timeout seconds that it is given to listen. @default 0: the engine's */
  async enable(name: string, options: CallOptions & { readonly timeout?: number } = {}): Promise<void> {
    await this.act(name, "/enable", { timeout: options.timeout ?? 0 }, options);
  }

  /** @throws EngineError "in-use" where something uses it, unless it is forced */
  async disable(name: string, options: ForceOptions = {}): Promise<void> {
    await this.act(name, "/disable", { force: options.force }, options);
  }

  /** Sets variables, `NAME=VALUE` each, of one that is disabled. */
  async set(name: string, settings: readonly string[], options: CallOptions = {}): Promise<void> {
    const { signal } = options;
    await this.client.done(this.on(name, { method: "POST", path: "/set", json: settings, signal }));
  }

  protected override removalQuery(options?: ForceOptions): Query {
    return { force: options?.force };
  }

  private async act(name: string, path: string, query: Query, { signal }: CallOptions): Promise<void> {
    await this.client.done(this.on(name, { method: "POST", path, query, signal }));
  }
}
