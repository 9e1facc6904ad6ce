import type { Duplex } from "node:stream";
import type { ContainerAddress } from "../address";
import { connectionError } from "../connection-errors";
import { EngineError } from "../errors";
import type { Containers } from "../groups/containers";
import type { Exec } from "../groups/exec";
import { limitError } from "../limit-errors";
import { LimitReached, type LimitTable, limits } from "../limits";
import { LogStreamDecoder, LogStreamFailure } from "../log-stream";
import { dialError } from "./dial-errors";
import { greet, NoGreeting } from "./greeting";
import type { Transport } from "./transport";
import { Tunnel, type TunnelProcess } from "./tunnel";

/** What of the outer engine the transport uses. */
export interface OuterEngine {
  readonly url: string;
  readonly containers: Pick<Containers, "tryInspect">;
  readonly exec: Pick<Exec, "create" | "start" | "inspect">;
}

const dialStdio = ["docker", "system", "dial-stdio"];

/**
 * The engine inside a container, by the outer engine's exec of `docker system dial-stdio`: no port, no certificate. Of
 * several containers the first that answers; it stays the one until it fails to answer.
 */
export function containerTransport(
  address: ContainerAddress,
  outer: OuterEngine,
  { greeting }: Pick<LimitTable, "greeting"> = limits,
): Transport {
  let chosen = address.names[0];
  return {
    isProcess: true,
    async connect(signal) {
      const failures: EngineError[] = [];
      for (const name of preferring(chosen, address.names)) {
        try {
          const connection = await dial({ address, outer, within: greeting.head }, name, signal);
          chosen = name;
          return connection;
        } catch (error) {
          if (!(error instanceof EngineError) || signal?.aborted) throw error;
          failures.push(error);
        }
      }
      throw failures.length === 1 ? failures[0] : noneAnswers(address, failures);
    },
  };
}

function preferring(first: string | undefined, names: readonly string[]): string[] {
  return [...names].sort((a, b) => Number(b === first) - Number(a === first));
}

interface Route {
  readonly address: ContainerAddress;
  readonly outer: OuterEngine;
  /** Milliseconds that the engine is given to greet. */
  readonly within: number | undefined;
}

async function dial(route: Route, name: string, signal: AbortSignal | undefined): Promise<Duplex> {
  const { address, outer } = route;
  try {
    return await connectThrough(route, name, signal);
  } catch (error) {
    signal?.throwIfAborted();
    // Where the outer engine itself does not answer, nothing is known of its containers.
    if (error instanceof EngineError && error.address === outer.url && error.status === undefined) throw error;
    const stopped = await whyNotRunning(address, outer, name);
    throw stopped ?? unanswered(address, name, error);
  }
}

async function connectThrough(
  { address, outer, within }: Route,
  name: string,
  signal: AbortSignal | undefined,
): Promise<Duplex> {
  const config = { AttachStdin: true, AttachStdout: true, AttachStderr: true, Cmd: dialStdio };
  const id = await outer.exec.create(name, config, { signal });
  const stream = await outer.exec.start(id, { signal });
  const tunnel = new Tunnel(new DialProcess(stream, () => exitCodeOf(outer, id), address, name));
  const onAbort = () => tunnel.destroy();
  signal?.addEventListener("abort", onAbort);
  try {
    await greet(tunnel, within);
    return tunnel;
  } catch (error) {
    tunnel.on("error", () => {}).destroy();
    throw error;
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

/** What helps, by the container's state. */
const remedies: Readonly<Record<string, (name: string) => string>> = {
  paused: (name) => `Let it go on: \`docker unpause ${name}\`.`,
  restarting: (name) => `Its log says why it keeps ending: \`docker logs ${name}\`.`,
  removing: () => "It is being removed: make it again.",
};
const startIt = (name: string) => `Start it: \`docker start ${name}\`.`;

/** The state of the container decides, not the words in which the exec was refused: they differ with the moment. */
async function whyNotRunning(
  address: ContainerAddress,
  outer: OuterEngine,
  name: string,
): Promise<EngineError | undefined> {
  const found = await outer.containers.tryInspect(name);
  if (!found) {
    return new EngineError({
      code: "container-absent",
      what: `no Docker engine answers at ${address.url}: there is no container ${JSON.stringify(name)} on ${outer.url}`,
      remedy: "Make the container first, or correct its name.",
      address: address.url,
    });
  }
  const state = found.State.Status ?? "in an unknown state";
  if (state === "running") return undefined;
  return new EngineError({
    code: "container-stopped",
    what: `no Docker engine answers at ${address.url}: ${container(name)} is ${state}`,
    remedy: (remedies[state] ?? startIt)(name),
    engineMessage: found.State.Error || undefined,
    address: address.url,
  });
}

/** The container runs, and yet no engine answers. */
function unanswered(address: ContainerAddress, name: string, error: unknown): EngineError {
  const told = error instanceof EngineError && error.address === address.url;
  if (told) return error;
  if (error instanceof LimitReached) return limitError(address.url, error);
  if (error instanceof EngineError || error instanceof NoGreeting || error instanceof LogStreamFailure) {
    const message = error instanceof EngineError ? (error.engineMessage ?? error.message) : error.message;
    return dialError(address, { engineMessage: message, exitCode: undefined, where: container(name) });
  }
  return connectionError(address, error);
}

/** The exit code of the exec, once it has one: undefined where it still runs. */
async function exitCodeOf(outer: OuterEngine, id: string): Promise<number | undefined> {
  try {
    return (await outer.exec.inspect(id)).ExitCode ?? undefined;
  } catch {
    return undefined;
  }
}

function container(name: string): string {
  return `the container ${JSON.stringify(name)}`;
}

/** Least telling first: of several failures the one is told that says most about the whole. */
const rank = ["container-absent", "container-stopped"];

function noneAnswers(address: ContainerAddress, failures: readonly EngineError[]): EngineError {
  const [telling] = [...failures].sort((a, b) => weight(b) - weight(a));
  return new EngineError({
    code: telling?.code ?? "unreachable",
    what: `no Docker engine answers at ${address.url}: none of ${failures.length} containers has one that does`,
    remedy: telling?.remedy ?? "Start one of the containers.",
    engineMessage: failures.map(({ message }) => message).join("; "),
    address: address.url,
    cause: new AggregateError(failures),
  });
}

function weight({ code }: EngineError): number {
  const known = rank.indexOf(code);
  return known === -1 ? rank.length : known;
}

/** How much of what the process prints as errors is kept, in bytes: from the end. */
const keptWords = 16_384;

class DialProcess implements TunnelProcess {
  readonly input;
  readonly output;
  private readonly decoder = new LogStreamDecoder();
  private words = "";

  constructor(
    private readonly stream: Duplex,
    private readonly exitCode: () => Promise<number | undefined>,
    private readonly address: ContainerAddress,
    private readonly name: string,
  ) {
    this.input = stream;
    this.output = stream;
  }

  decode(chunk: Buffer): readonly Buffer[] {
    const frames = this.decoder.write(chunk);
    for (const frame of frames)
      if (frame.stream !== "stdout") this.words = (this.words + frame.data.toString()).slice(-keptWords);
    return frames.filter(({ stream }) => stream === "stdout").map(({ data }) => data);
  }

  async ending(silent: boolean): Promise<Error | undefined> {
    if (!silent) return undefined;
    return dialError(this.address, {
      engineMessage: this.words,
      exitCode: await this.exitCode(),
      where: container(this.name),
    });
  }

  kill(): void {
    this.stream.on("error", () => {}).destroy();
  }

  ref(): void {
    (this.stream as Partial<NodeJS.RefCounted> & Duplex).ref?.();
  }

  unref(): void {
    (this.stream as Partial<NodeJS.RefCounted> & Duplex).unref?.();
  }
}
