import type { Task } from "../api-types";
import type { CallOptions } from "../client";
import { demultiplex } from "../log-stream";
import { collectOutput, type Output } from "../output";
import { encodeFilters, type Filters } from "../query";
import { Collection } from "./collection";

/** Tasks of the swarm's services (https://docs.docker.com/reference/api/engine/#tag/Task). */
export class Tasks extends Collection<Task> {
  protected readonly base = "/tasks";
  protected readonly kind = "task";

  list(options: CallOptions & { readonly filters?: Filters } = {}): Promise<Task[]> {
    const query = { filters: encodeFilters(options.filters) };
    return this.client.value({ method: "GET", path: "/tasks", query, signal: options.signal });
  }

  /** What it printed until now. @param options.tail Lines from the end. @default - all */
  async logs(
    id: string,
    options: CallOptions & { readonly tail?: number; readonly tty?: boolean } = {},
  ): Promise<Output> {
    const { signal, tail, tty = false } = options;
    const call = this.on(id, { method: "GET", path: "/logs", query: { stdout: true, stderr: true, tail }, signal });
    const { body } = await this.client.stream(call);
    return collectOutput(this.client.told(call, demultiplex(body, { tty })));
  }
}
