import type { Answer, RegistryAuth, Service, ServiceCreated, ServiceSpec, ServiceUpdated } from "../api-types";
import type { CallOptions } from "../client";
import type { Frame } from "../log-stream";
import { collectOutput, type Output } from "../output";
import { registryAuthHeader } from "../registry-auth";
import { type ListOptions, RemovableCollection } from "./collection";
import { type LogOptions, logCall, logFrames } from "./log-calls";

export interface ServiceListOptions extends ListOptions {
  /** Count running and desired tasks into `ServiceStatus`. @default false */
  readonly status?: boolean;
}

export interface ServiceUpdateOptions extends CallOptions {
  /** `Version.Index` of the service that the change was made from. */
  readonly version: number;
  /** Go back to the spec before the last update; the spec given is ignored. */
  readonly rollback?: "previous";
  /** Credentials for the image; with none, `registryAuthFrom` says whose stay. */
  readonly auth?: RegistryAuth;
  /** @default "spec" */
  readonly registryAuthFrom?: "spec" | "previous-spec";
}

/** Services of the swarm (https://docs.docker.com/reference/api/engine/#tag/Service). */
export class Services extends RemovableCollection<Service> {
  protected readonly base = "/services";
  protected readonly kind = "service";
  protected override readonly looks = "swarmLook";

  override list(options?: ServiceListOptions): Promise<Service[]> {
    return super.list(options);
  }

  create(spec: ServiceSpec, options: CallOptions & { readonly auth?: RegistryAuth } = {}): Promise<ServiceCreated> {
    return this.client.value({
      method: "POST",
      path: "/services/create",
      headers: registryAuthHeader(options.auth),
      json: spec,
      about: this.reference(spec.Name ?? ""),
      signal: options.signal,
    });
  }

  update(id: string, spec: Answer<ServiceSpec>, options: ServiceUpdateOptions): Promise<ServiceUpdated> {
    const { signal, auth, ...query } = options;
    return this.client.value(
      this.on(id, {
        method: "POST",
        path: "/update",
        query: { ...query },
        headers: registryAuthHeader(auth),
        json: spec,
        signal,
      }),
    );
  }

  /** What all its tasks printed until now; a task that the swarm does not know to run yet is left out. */
  async logs(id: string, options: LogOptions = {}): Promise<Output> {
    return collectOutput(await this.frames(id, options, false));
  }

  /** What all its tasks print, as it comes. Resolves when the engine has begun to send. */
  followLogs(id: string, options: LogOptions = {}): Promise<AsyncIterable<Frame>> {
    return this.frames(id, options, true);
  }

  private async frames(id: string, options: LogOptions, follow: boolean): Promise<AsyncIterable<Frame>> {
    const terminal = options.tty ?? (await this.inspect(id, options)).Spec.TaskTemplate?.ContainerSpec?.TTY ?? false;
    return logFrames(this.client, this.on(id, logCall(options, follow)), terminal);
  }
}
