import type { Engine, EngineOptions } from "./engine";

export interface EnginesOptions extends Omit<EngineOptions, "via"> {
  /** URL of the engine that is meant where none is named, and that runs the containers of container:// addresses. @default defaultUrl */
  readonly url?: string;
}

/** One engine for each address, all with the same options. */
export class Engines {
  constructor(private readonly options: EnginesOptions = {}) {}

  /** @throws EngineError "bad-address" */
  at(url?: string): Engine {
    throw new Error("being written");
  }

  close(): void {
    throw new Error("being written");
  }
}
