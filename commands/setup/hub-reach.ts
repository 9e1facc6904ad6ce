import { type Engine, type EngineErrorCode, isEngineError } from "../../engine";
import { RegistryClient } from "../../offline/registry/client";

/**
 * How Docker Hub answers. Whatever answers is there: `limited` (too many requests, 429) and `failing` (503) are troubles
 * that pass; `untrusted` is an answer under a certificate that nobody here knows.
 */
export type HubReach = "answers" | "limited" | "failing" | "untrusted" | "silent";

/** Milliseconds that an answer is waited for. */
export interface Patience {
  /** One answer of a registry, asked from here. */
  readonly registry: number;
  /** The engine's, which asks a registry five times: for its version, a token, and what a name leads to. */
  readonly engine: number;
}

/** For a look that nothing follows from but words. */
export const quick: Patience = { registry: 2500, engine: 12_500 };

/** For one after which settings of the engine are changed, or the user is told that there is nobody. */
export const patient: Patience = { registry: 20_000, engine: 100_000 };

const hubUrl = "https://registry-1.docker.io";

const byStatus = new Map<number | undefined, HubReach>([
  [undefined, "silent"],
  [429, "limited"],
  [503, "failing"],
]);

/** Docker Hub as it answers this machine. @param url where it is asked @default - Docker Hub's own */
export async function reachFromHere({ registry }: Patience, url = hubUrl): Promise<HubReach> {
  const answered = await new RegistryClient(url).look(registry);
  if (answered === "untrusted") return answered;
  return byStatus.get(answered) ?? "answers";
}

/** What is behind an error of the engine's that tells of a registry. */
const byCode: { readonly [Code in EngineErrorCode]?: HubReach } = {
  "registry-limited": "limited",
  "registry-failing": "failing",
  "registry-untrusted": "untrusted",
  // Somebody has said so.
  unauthorized: "answers",
  "not-found": "answers",
  // The engine, or whoever waits for it, has given up.
  "registry-unreachable": "silent",
  timeout: "silent",
  aborted: "silent",
};

/** Docker Hub, or a mirror of it, as it answers the engine. @throws EngineError where the engine itself has trouble */
export async function reachThrough(engine: Engine, patience: Patience): Promise<HubReach> {
  try {
    await engine.distribution("hello-world", { signal: AbortSignal.timeout(patience.engine) });
    return "answers";
  } catch (error) {
    const reach = isEngineError(error) ? byCode[error.code] : undefined;
    if (reach === undefined) throw error;
    return reach;
  }
}
