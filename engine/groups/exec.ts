import { type Duplex, Readable } from "node:stream";
import type { ExecConfig, ExecInspect } from "../api-types";
import type { Call, CallOptions, Client, Content } from "../client";
import { feed } from "../feed";
import type { Output } from "../output";
import { segment } from "../query";
import { until } from "../until";
import { readToEnd } from "./exec-output";

export interface ExecOptions extends CallOptions {
  /** Command and arguments; no shell is involved. */
  readonly cmd: readonly string[];
  /** `NAME=value` each. */
  readonly env?: readonly string[];
  /** `user[:group]`, names or ids. @default - the container's */
  readonly user?: string;
  /** @default - the container's */
  readonly workingDir?: string;
  /** @default false */
  readonly privileged?: boolean;
  /** Run it under a terminal; its two output streams are one then. @default false */
  readonly tty?: boolean;
  /** @default - none: closed from the start */
  readonly stdin?: string | Content;
}

export interface ExecResult extends Output {
  readonly exitCode: number;
}

/** Commands in running containers (https://docs.docker.com/reference/api/engine/#tag/Exec). */
export class Exec {
  constructor(private readonly client: Client) {}

  /**
   * Runs a command to its end. A non-zero exit code is a result, not an error. An abort ends the call, not the command:
   * the API cannot kill it.
   *
   * @throws EngineError "container-stopped" where the container does not run, "command-not-found"
   */
  async run(container: string, options: ExecOptions): Promise<ExecResult> {
    const { signal, tty = false, stdin } = options;
    const id = await this.create(container, execConfig(options), { signal });
    const connection = await this.start(id, { tty, signal });
    try {
      const fed = feedInput(connection, stdin);
      const output = await readToEnd(connection, { tty, mayBeReset: stdin !== undefined });
      connection.destroy();
      await fed;
      return { ...output, exitCode: await this.exitCode(container, id, options) };
    } catch (error) {
      throw this.client.failure(
        { ...startCall(id, tty), about: { kind: "container", name: container }, signal },
        error,
      );
    } finally {
      connection.destroy();
    }
  }

  /** Prepares a command; `start` runs it. Its id. */
  async create(container: string, config: ExecConfig, options?: CallOptions): Promise<string> {
    const call: Call = {
      method: "POST",
      path: `/containers/${segment(container)}/exec`,
      json: config,
      about: { kind: "container", name: container },
      kind: "prompt",
      signal: options?.signal,
    };
    return (await this.client.value<{ Id: string }>(call)).Id;
  }

  /** Runs it; the connection carries its streams: raw with a terminal, else output in frames (`demultiplex`). */
  start(id: string, options: CallOptions & { readonly tty?: boolean } = {}): Promise<Duplex> {
    return this.client.hijack({ ...startCall(id, options.tty ?? false), signal: options.signal });
  }

  inspect(id: string, options?: CallOptions): Promise<ExecInspect> {
    return this.client.value({
      method: "GET",
      path: `/exec/${segment(id)}/json`,
      about: about(id),
      signal: options?.signal,
    });
  }

  /** Size of the command's terminal, in characters. */
  async resize(
    id: string,
    size: { readonly height: number; readonly width: number },
    options?: CallOptions,
  ): Promise<void> {
    const query = { h: size.height, w: size.width };
    const call = { method: "POST", path: `/exec/${segment(id)}/resize`, query, about: about(id) } as const;
    await this.client.done({ ...call, signal: options?.signal });
  }

  /** The output may end a little before the engine knows how the command did. */
  private async exitCode(container: string, id: string, { signal }: CallOptions): Promise<number> {
    const ended = async () => {
      const { Running, ExitCode } = await this.inspect(id, { signal });
      return Running ? undefined : (ExitCode ?? undefined);
    };
    return (
      (await ended()) ??
      until(this.client, { filters: { type: "container", container, event: "exec_die" }, signal }, ended)
    );
  }
}

function about(id: string) {
  return { kind: "exec", name: id } as const;
}

function startCall(id: string, tty: boolean): Call {
  return { method: "POST", path: `/exec/${segment(id)}/start`, json: { Detach: false, Tty: tty }, about: about(id) };
}

function execConfig({ cmd, env, user, workingDir, privileged, tty, stdin }: ExecOptions): ExecConfig {
  return {
    Cmd: [...cmd],
    Env: env && [...env],
    User: user,
    WorkingDir: workingDir,
    Privileged: privileged,
    Tty: tty,
    AttachStdin: stdin !== undefined,
    AttachStdout: true,
    AttachStderr: true,
  };
}

/** A command that ends before it has read all of its input is no error. */
async function feedInput(connection: Duplex, stdin: ExecOptions["stdin"]): Promise<void> {
  if (stdin === undefined) return;
  await feed(typeof stdin === "string" || Buffer.isBuffer(stdin) ? Readable.from([stdin]) : stdin, connection);
}
