import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { SshAddress } from "../address";
import { connectionError } from "../connection-errors";
import { EngineError } from "../errors";
import { dialError } from "./dial-errors";
import type { Transport } from "./transport";
import { Tunnel, type TunnelProcess } from "./tunnel";

/** Defaults, after the user's options: ssh takes the first value that it is given for each. */
const defaults = ["-o", "BatchMode=yes", "-o", "ConnectTimeout=30", "-o", "ServerAliveInterval=30"] as const;

/** How much of what ssh prints as errors is kept, in bytes: from the end. */
const keptWords = 16_384;

/**
 * An engine on another host, by the system's ssh and `docker system dial-stdio` there: known_hosts, keys, agent and
 * configuration are ssh's own. One process for each connection.
 */
export function sshTransport(address: SshAddress, options: readonly string[]): Transport {
  return { isProcess: true, connect: (signal) => dial(address, options, signal) };
}

async function dial(address: SshAddress, options: readonly string[], signal?: AbortSignal): Promise<Tunnel> {
  signal?.throwIfAborted();
  // A session of its own: the interrupt key must not end the connections of an apply that stops in good order.
  const child = spawn("ssh", sshArguments(address, options), { stdio: "pipe", detached: true });
  await started(child, address);
  return new Tunnel(new SshProcess(child, address));
}

export function sshArguments({ host, user, port, path }: SshAddress, options: readonly string[]): string[] {
  const login = user === undefined ? [] : ["-l", user];
  const onPort = port === undefined ? [] : ["-p", String(port)];
  const engine = path === undefined ? "" : ` --host ${shellQuote(`unix://${path}`)}`;
  return ["-T", ...options, ...defaults, ...login, ...onPort, "--", host, `docker${engine} system dial-stdio`];
}

/** The far side hands the command to the user's shell. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function started(child: ChildProcessWithoutNullStreams, address: SshAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("spawn", resolve).on("error", (error) =>
      reject(
        new EngineError({
          code: "ssh-missing",
          what: `no Docker engine answers at ${address.url}: ssh cannot be run`,
          remedy: "Install OpenSSH's client (`apt install openssh-client`) and have it on the PATH.",
          engineMessage: error.message,
          address: address.url,
          cause: error,
        }),
      ),
    );
  });
}

class SshProcess implements TunnelProcess {
  readonly input;
  readonly output;
  private words = "";
  private readonly ended: Promise<number | undefined>;

  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly address: SshAddress,
  ) {
    this.input = child.stdin;
    this.output = child.stdout;
    child.stderr.on("data", (chunk: Buffer) => {
      this.words = (this.words + chunk.toString()).slice(-keptWords);
    });
    this.ended = new Promise((resolve) => child.once("close", (code) => resolve(code ?? undefined)));
  }

  decode(chunk: Buffer): readonly Buffer[] {
    return [chunk];
  }

  async ending(silent: boolean): Promise<Error | undefined> {
    this.input.end();
    const exitCode = await this.ended;
    if (exitCode === 0) return undefined;
    if (silent) return dialError(this.address, { engineMessage: this.words, exitCode, where: "ssh" });
    const cause = new Error(this.words.trim() || `ssh ended with exit code ${exitCode}`);
    return connectionError(this.address, Object.assign(cause, { code: "ECONNRESET" }));
  }

  kill(): void {
    this.child.kill();
    for (const stream of [this.child.stdin, this.child.stdout, this.child.stderr]) stream.destroy();
  }

  ref(): void {
    this.child.ref();
    for (const socket of this.sockets()) socket.ref();
  }

  unref(): void {
    this.child.unref();
    for (const socket of this.sockets()) socket.unref();
  }

  /** Pipes of a child process are sockets, which the types do not tell. */
  private sockets(): Socket[] {
    return [this.child.stdin, this.child.stdout, this.child.stderr] as unknown as Socket[];
  }
}
