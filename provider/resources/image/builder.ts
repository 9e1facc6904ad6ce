import type { Engine, ProgressMessage, Query, RegistryAuth } from "../../../engine";
import type { BuildProgress } from "../../buildkit";
import type { Agents } from "./ssh-agents";

/** Everything that a builder is given. */
export interface BuildRequest {
  readonly engine: Engine;
  readonly query: Query;
  /** Absolute paths; undefined where the engine fetches the context. */
  readonly source: { readonly context: string; readonly dockerfile: string } | undefined;
  /** URL that the engine fetches the context from. */
  readonly remote: string | undefined;
  /** As it was asked for: its path within a remote context. */
  readonly dockerfile: string;
  readonly args: Readonly<Record<string, string>>;
  credentials(host: string): Promise<RegistryAuth | undefined>;
  secret(id: string): Promise<Buffer | undefined>;
  readonly agents: Agents;
  readonly sessionId: string | undefined;
  readonly signal: AbortSignal;
}

/** A way to have the engine build an image. */
export interface Builder {
  /** Of a build that had to be begun anew, of the last one. */
  readonly progress: BuildProgress;
  /**
   * Builds.
   *
   * @param told is given each message of the engine
   * @param begunAnew is called where what was told is of a build that is given up, and another one begins
   * @throws EngineError, BuildContextError
   */
  build(request: BuildRequest, told: (message: ProgressMessage) => void, begunAnew: () => void): Promise<void>;
}
