import type { ContainerFault, Engine, EngineErrorCode } from "../../../../engine";
import type { RegistryProcess } from "../../provider/resources/image/registry-process";

/** Where a call is provoked that the engine refuses. */
export interface Ground {
  readonly engine: Engine;
  /** Of every name. */
  readonly prefix: string;
  /** A busybox whose command is `sleep 600`. */
  readonly image: string;
  /** On the engine's own machine: `open` has no image, `locked` asks for a password. */
  readonly registries: Readonly<Record<"open" | "locked", RegistryProcess>>;
  /** Makes a container, not started. Its id. */
  container(name: string, body?: object): Promise<string>;
}

/** A call that every engine refuses, and what the refusal has to be taken for. */
export interface Provocation {
  readonly name: string;
  readonly code: EngineErrorCode;
  /** What of a container's request is at fault. @default - it is no container's affair */
  readonly fault?: ContainerFault;
  provoke(ground: Ground): Promise<unknown>;
}

/** Makes a container, and starts it. */
export async function started(ground: Ground, name: string, body: object): Promise<unknown> {
  return ground.engine.containers.start(await ground.container(name, body));
}
