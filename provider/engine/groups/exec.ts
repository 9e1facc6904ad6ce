import type { Duplex, Readable } from "node:stream";
import type { ExecConfig, ExecInspect } from "../api-types";
import type { CallOptions, Client } from "../client";
import type { Output } from "../output";

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
  readonly stdin?: string | Buffer | Readable;
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
  declare run: (container: string, options: ExecOptions) => Promise<ExecResult>;

  /** Prepares a command; `start` runs it. Its id. */
  async create(container: string, config: ExecConfig, options?: CallOptions): Promise<string> {
    throw new Error("being written");
  }

  /** Runs it; the connection carries its streams: raw with a terminal, else output in frames (`demultiplex`). */
  declare start: (id: string, options?: CallOptions & { readonly tty?: boolean }) => Promise<Duplex>;

  inspect(id: string, options?: CallOptions): Promise<ExecInspect> {
    throw new Error("being written");
  }
}
