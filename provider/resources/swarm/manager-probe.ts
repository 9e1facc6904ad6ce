import { type Engine, EngineError, type Engines, isEngineError, type Swarm } from "../../../engine";
import { DiagnosticError } from "../../schema";
import { isLeaderless } from "./election";
import { shared } from "./shared";
import { startedEngine } from "./started";

/** What one of the engines that should be a swarm's managers answers. */
export type ManagerProbe =
  /** It is a manager, of the swarm `swarm.ID`. */
  | { readonly kind: "manager"; readonly url: string; readonly engine: Engine; readonly swarm: Swarm }
  /** It is a manager, but too few of its swarm's managers are up. */
  | { readonly kind: "leaderless"; readonly url: string; readonly engine: Engine; readonly error: EngineError }
  /** It is in no swarm, or a worker. */
  | { readonly kind: "outside"; readonly url: string; readonly engine: Engine }
  /** It was told to leave its swarm and was not done in time: its node has stopped, and it still counts itself in. */
  | { readonly kind: "leaving"; readonly url: string; readonly engine: Engine }
  /** There is no such container. */
  | { readonly kind: "absent"; readonly url: string; readonly error: EngineError }
  /** It is locked, stopped, or does not answer: what it is cannot be known. */
  | { readonly kind: "silent"; readonly url: string; readonly error: EngineError };

/** Asks one engine. */
export const probeManager = (engines: Engines, url: string, signal: AbortSignal): Promise<ManagerProbe> =>
  shared(`swarm of ${url}`, () => look(engines, url, signal));

async function look(engines: Engines, url: string, signal: AbortSignal): Promise<ManagerProbe> {
  const engine = engines.at(url);
  try {
    return await ask(engine, url, signal);
  } catch (error) {
    if (!isEngineError(error) || signal.aborted) throw error;
    if (error.code === "container-absent") return { kind: "absent", url, error };
    if (engine.address.kind !== "container" || error.code === "container-stopped")
      return { kind: "silent", url, error };
  }
  // Its container runs: the engine in it may just be starting.
  try {
    await startedEngine(engines, url, signal);
    return await ask(engine, url, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof DiagnosticError) return { kind: "silent", url, error: asEngineError(error) };
    if (isEngineError(error)) return { kind: "silent", url, error };
    throw error;
  }
}

async function ask(engine: Engine, url: string, signal: AbortSignal): Promise<ManagerProbe> {
  try {
    return { kind: "manager", url, engine, swarm: await engine.swarm.inspect({ signal }) };
  } catch (error) {
    if (isEngineError(error, "not-a-swarm-manager")) return { kind: await nonManager(engine, signal), url, engine };
    if (isLeaderless(error)) return { kind: "leaderless", url, engine, error };
    throw error;
  }
}

async function nonManager(engine: Engine, signal: AbortSignal): Promise<"leaving" | "outside"> {
  const { Swarm: membership } = await engine.system.info({ signal });
  return membership?.LocalNodeState === "active" && !membership.NodeID ? "leaving" : "outside";
}

function asEngineError({ diagnostics: [first] }: DiagnosticError): EngineError {
  return new EngineError({ code: "unreachable", what: first?.summary ?? "", remedy: first?.detail ?? "" });
}

/** An engine that does not answer within this keeps the next from being asked no longer. */
const PATIENCE_MS = 1000;

/**
 * Asks the engines in their order until one is a manager of the swarm: the next where one is not, or where it takes
 * long to answer (a manager cut off from the others takes 20 s).
 *
 * @param id of the swarm; undefined takes any
 */
export async function findManager(
  engines: Engines,
  urls: readonly string[],
  id: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly manager?: Manager; readonly others: readonly ManagerProbe[] }> {
  const others: ManagerProbe[] = [];
  const open = new Map<string, Promise<ManagerProbe>>();
  const waiting = [...new Set(urls)];
  try {
    for (;;) {
      const url = waiting.shift();
      if (url !== undefined) open.set(url, probeManager(engines, url, signal));
      if (open.size === 0) return { others };
      const seen = await first([...open.values()], waiting.length > 0 ? PATIENCE_MS : undefined);
      if (!seen) continue;
      open.delete(seen.url);
      if (seen.kind === "manager" && (id === undefined || seen.swarm.ID === id)) return { manager: seen, others };
      others.push(seen);
    }
  } finally {
    for (const asked of open.values()) asked.catch(() => {});
  }
}

export type Manager = Extract<ManagerProbe, { kind: "manager" }>;

/** The first of the answers, or undefined where none has come within `patience` milliseconds. */
async function first<T>(answers: readonly Promise<T>[], patience: number | undefined): Promise<T | undefined> {
  if (patience === undefined) return Promise.race(answers);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([...answers, late]);
  } finally {
    clearTimeout(timer);
  }
}
