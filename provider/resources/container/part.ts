import type { ContainerConfig, ContainerInspect, Engine, HostConfig } from "../../../engine";
import type { Fields, Planned, State } from "../../schema";
import type { Part } from "../part";

/** What one part of the configuration adds to the request that makes the container. */
export interface Request {
  readonly config?: ContainerConfig;
  readonly host?: HostConfig;
}

/** Whether the container has it already. */
export type HasIt = (found: ContainerInspect, engine: Engine, signal: AbortSignal) => boolean | Promise<boolean>;

/**
 * A part of a container
 * (https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate).
 */
export interface ContainerPart<F extends Fields> extends Part<F, Request, ContainerInspect> {
  /**
   * Of attributes that an import does not tell as they are asked for: how to find out that the container is as it is
   * planned; undefined where the plan is no more than what was.
   */
  readonly asItStands?: { readonly [N in keyof F]?: (prior: State<F>, planned: Planned<F>) => HasIt | undefined };
  /** What is not known any more once the container is started. @param config what is written, which has nothing computed */
  readonly afterStart?: (planned: Planned<F>, config: Planned<F>) => Partial<Planned<F>>;
}

/** Infers the types of a part from its schema. */
export const part = <const F extends Fields>(definition: ContainerPart<F>): ContainerPart<F> => definition;
