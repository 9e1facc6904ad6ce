import type { Task } from "../api-types";
import type { Frame } from "../log-stream";
import { collectOutput, type Output } from "../output";
import { Collection } from "./collection";
import { type LogOptions, logCall, logFrames } from "./log-calls";

/** Tasks of the swarm's services (https://docs.docker.com/reference/api/engine/#tag/Task). */
export class Tasks extends Collection<Task> {
  protected readonly base = "/tasks";
  protected readonly kind = "task";
  protected override readonly looks = "swarmLook";

  /** What it printed until now. */
  async logs(id: string, options: LogOptions = {}): Promise<Output> {
    return collectOutput(await this.frames(id, options, false));
  }

  /** What it prints, as it comes. Resolves when the engine has begun to send. */
  followLogs(id: string, options: LogOptions = {}): Promise<AsyncIterable<Frame>> {
    return this.frames(id, options, true);
  }

  private async frames(id: string, options: LogOptions, follow: boolean): Promise<AsyncIterable<Frame>> {
    const terminal = options.tty ?? (await this.inspect(id, options)).Spec.ContainerSpec?.TTY ?? false;
    return logFrames(this.client, this.on(id, logCall(options, follow)), terminal);
  }
}
