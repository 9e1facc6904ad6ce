import type { ContainerConfig, ContainerInspect, HostConfig } from "../../../engine";
import type { Config, Diagnostic, Fields, Observed, Planned } from "../../schema";

/** What one part of the configuration adds to the request that makes the container. */
export interface Request {
  readonly config?: ContainerConfig;
  readonly host?: HostConfig;
}

/** The configuration, or the state, that an observation answers to. */
export type Asked<F extends Fields> = Partial<Config<F>>;

/**
 * The attributes of one idea, and what they are in the Engine API
 * (https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate).
 */
export interface Part<F extends Fields> {
  readonly schema: F;
  readonly request: (asked: Config<F>) => Request;
  /**
   * What the engine says, in the words in which it was asked. A value that the engine or the image filled in stands
   * where the schema says computed, and nowhere else.
   *
   * @param asked undefined on import, when everything is told
   */
  readonly observe: (found: ContainerInspect, asked: Asked<F> | undefined) => Observed<F>;
  /** Complaints about several attributes together. */
  readonly problems?: (config: Planned<F>) => Diagnostic[];
}

/** Infers the types of a part from its schema. */
export const part = <const F extends Fields>(definition: Part<F>): Part<F> => definition;
