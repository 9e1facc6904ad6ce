import type { ContainerAddress, Engine, Engines } from "../../../engine";
import { isEngineError } from "../../../engine";
import { DiagnosticError } from "../../schema";
import { lastLines } from "../last-lines";
import { withTimeLimit } from "../time-limit";

/** What a container that has just been started needs until its engine answers, at the very most. */
const LONGEST_START_MS = 60_000;

/**
 * The engine at `url`, once it answers. One in a container that was just started is waited for: it says in the
 * container's log how far it is, and each line of that is a reason to try again.
 *
 * @throws DiagnosticError with the container's last lines where it ends instead; EngineError as the engine gives it
 */
export async function startedEngine(engines: Engines, url: string | undefined, signal: AbortSignal): Promise<Engine> {
  const engine = engines.at(url);
  const { address } = engine;
  if (address.kind !== "container") {
    await engine.system.ping({ signal });
    return engine;
  }
  const outer = engines.at(address.via?.url);
  const limit = withTimeLimit(signal, LONGEST_START_MS);
  if (!(await answers(engine, outer, address, limit))) await untilAnswering(engine, outer, address, limit);
  return engine;
}

/** False where the container runs and its engine does not answer yet. */
async function answers(
  engine: Engine,
  outer: Engine,
  address: ContainerAddress,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await engine.system.ping({ signal });
    return true;
  } catch (error) {
    if (!isEngineError(error) || signal.aborted) throw error;
    const found = await outer.containers.tryInspect(address.names[0]!, { signal });
    if (!found) throw error;
    if (found.State.Running && !found.State.Restarting && error.code !== "docker-cli-missing") return false;
    throw await ended(outer, address, `no Docker engine answers at ${address.url}: its container does not stay up`);
  }
}

async function untilAnswering(
  engine: Engine,
  outer: Engine,
  address: ContainerAddress,
  signal: AbortSignal,
): Promise<void> {
  const [name] = address.names as readonly [string];
  const { State } = await outer.containers.inspect(name, { signal });
  const enough = new AbortController();
  const since = State.StartedAt ? new Date(State.StartedAt) : undefined;
  const lines = await outer.containers.followLogs(name, { since, signal: AbortSignal.any([signal, enough.signal]) });
  try {
    for await (const _ of lines) if (await answers(engine, outer, address, signal)) return;
  } catch (error) {
    if (isEngineError(error, "timeout"))
      throw await ended(
        outer,
        address,
        `no Docker engine answers at ${address.url} after ${LONGEST_START_MS / 1000} s`,
      );
    throw error;
  } finally {
    enough.abort();
  }
  throw await ended(outer, address, `the container "${name}" ended before its engine answered`);
}

/** Why there is no engine in the container: what it printed last says so. */
async function ended(outer: Engine, address: ContainerAddress, summary: string): Promise<DiagnosticError> {
  const [name] = address.names as readonly [string];
  const found = await outer.containers.tryInspect(name);
  const { output } = found ? await outer.containers.logs(name, { tail: 20 }) : { output: "" };
  const status = found?.State.Status ?? "gone";
  const detail = [
    `The container is ${status}. ${lastLines(output)}`,
    status === "exited" || status === "created"
      ? `Start it: \`docker start ${name}\`.`
      : "Its image must hold an engine (docker:dind does), and the container what an engine needs: see the construct SwarmCluster.",
  ].join("\n");
  return new DiagnosticError([{ severity: "error", summary, detail }]);
}
