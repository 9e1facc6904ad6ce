import type { ContainerConfig, ContainerInspect, HostConfig } from "../../../engine";
import type { Fields } from "../../schema";
import type { Part } from "../part";

/** What one part of the configuration adds to the request that makes the container. */
export interface Request {
  readonly config?: ContainerConfig;
  readonly host?: HostConfig;
}

/**
 * A part of a container
 * (https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate).
 */
export const part = <const F extends Fields>(
  definition: Part<F, Request, ContainerInspect>,
): Part<F, Request, ContainerInspect> => definition;
