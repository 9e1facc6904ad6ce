import { type ContainerInspect, demultiplex, type Engine, isEngineError } from "../../../engine";
import { collectOutput } from "../../../engine/output";
import type { Call, Config } from "../../schema";
import { checkExitCode, failed } from "./exit-code";
import { type Target, tryLog } from "./log";
import type { schema } from "./parts";
import { waitHealthy } from "./wait-healthy";
import { waitRunning } from "./wait-running";

export type RunOptions = Pick<
  Config<typeof schema>,
  | "name"
  | "must_run"
  | "attach"
  | "logs"
  | "expected_exit_code"
  | "wait"
  | "wait_timeout"
  | "rm"
  | "tty"
  | "container_read_refresh_timeout_milliseconds"
>;

/** What came of a start. */
export interface Run {
  readonly found: ContainerInspect;
  /** What it printed, where that was asked for. */
  readonly output?: string;
}

type Warn = Pick<Call, "warn">;

/** Starts the container, and waits for what its configuration says. */
export async function run(target: Target & Warn, asked: RunOptions): Promise<Run> {
  if (asked.attach || (asked.expected_exit_code !== undefined && !asked.must_run)) return runToItsEnd(target, asked);
  const { engine, id, signal } = target;
  await engine.containers.start(id, { signal });
  const found = asked.wait
    ? await waitHealthy(target, asked)
    : asked.must_run
      ? await waitRunning(target, asked)
      : await engine.containers.inspect(id, { signal });
  return { found, output: asked.logs ? await tryLog(target) : undefined };
}

/** Starts it watched, so that even the shortest run is not missed. */
async function runToItsEnd(target: Target & Warn, asked: RunOptions): Promise<Run> {
  const { engine, id } = target;
  const done = new AbortController();
  const signal = AbortSignal.any([target.signal, done.signal]);
  try {
    // With `rm` the log, and all that is known of it, go with the container.
    const before = asked.rm ? await engine.containers.inspect(id, { signal }) : undefined;
    const captured = asked.rm ? await capture(engine, id, asked.tty, signal) : undefined;
    const { exit } = await engine.containers.expectExit(id, { signal });
    try {
      await engine.containers.start(id, { signal });
    } catch (thrown) {
      return await neverBegan(thrown, target, asked);
    }
    const { exitCode, error } = await exit;
    if (error !== undefined) throw failed(`container "${asked.name}" could not be run to its end`, error);
    const printed = captured ? await captured.output : await tryLog(target);
    checkExitCode(target, asked, exitCode, printed);
    const found = before ? ended(before, exitCode) : await engine.containers.inspect(id, { signal });
    return { found, output: asked.logs ? printed : undefined };
  } finally {
    done.abort();
  }
}

/**
 * A command that the image does not have "ends" with 127 (126 where it cannot be executed) without having begun, and
 * the engine's words are all that there is to read: right where that exit code is expected, as for a shell.
 */
async function neverBegan(thrown: unknown, { engine, id, signal }: Target, asked: RunOptions): Promise<Run> {
  if (!isEngineError(thrown, "command-not-found")) throw thrown;
  const found = await engine.containers.inspect(id, { signal });
  if (found.State.ExitCode !== asked.expected_exit_code) throw thrown;
  return { found, output: asked.logs ? thrown.engineMessage : undefined };
}

/** Waits for the end of a container that was started before. */
export async function awaitEnd(target: Target & Warn, asked: RunOptions): Promise<Run> {
  const { engine, id, signal } = target;
  const { exitCode } = await engine.containers.wait(id, { signal });
  const printed = await tryLog(target);
  checkExitCode(target, asked, exitCode, printed);
  return { found: await engine.containers.inspect(id, { signal }), output: asked.logs ? printed : undefined };
}

/** All that it prints from now on, until it ends. */
async function capture(engine: Engine, id: string, tty: boolean, signal: AbortSignal) {
  const connection = await engine.containers.attach(id, { signal });
  const output = collectOutput(demultiplex(connection, { tty })).then(({ output }) => output);
  // Whoever fails before it is asked for says why.
  output.catch(() => {});
  return { output };
}

const ended = (before: ContainerInspect, exitCode: number): ContainerInspect => ({
  ...before,
  State: { ...before.State, Status: "exited", Running: false, ExitCode: exitCode, StartedAt: new Date().toISOString() },
});
