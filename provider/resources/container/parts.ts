import type { ContainerCreateRequest, ContainerInspect } from "../../../engine";
import type { Config, Observed } from "../../schema";
import type { Asked } from "../part";
import { blockIo } from "./block-io";
import { devices } from "./devices";
import { healthCheck } from "./health-check";
import { image } from "./image";
import { lifeCycle } from "./life-cycle";
import { limits } from "./limits";
import { logging } from "./logging";
import { mounts } from "./mounts";
import { connections, network } from "./network";
import { ports } from "./ports";
import { preStop } from "./pre-stop";
import { process } from "./process";
import { restartTriggers } from "./restart-triggers";
import { security } from "./security";
import { shortage } from "./shortage";
import { upload } from "./upload";
import { volumes } from "./volumes";

/** Every part of a container's configuration. */
export const parts = [
  image,
  process,
  lifeCycle,
  preStop,
  restartTriggers,
  healthCheck,
  network,
  ports,
  volumes,
  mounts,
  upload,
  security,
  limits,
  shortage,
  blockIo,
  devices,
  logging,
] as const;

export const schema = {
  ...image.schema,
  ...process.schema,
  ...lifeCycle.schema,
  ...preStop.schema,
  ...restartTriggers.schema,
  ...healthCheck.schema,
  ...network.schema,
  ...ports.schema,
  ...volumes.schema,
  ...mounts.schema,
  ...upload.schema,
  ...security.schema,
  ...limits.schema,
  ...shortage.schema,
  ...blockIo.schema,
  ...devices.schema,
  ...logging.schema,
} as const;

/**
 * The request that makes the container.
 *
 * @param api version that the engine speaks
 * @param ownership labels beside those that were asked for
 */
export function createRequest(
  asked: Config<typeof schema>,
  api: string,
  ownership: Readonly<Record<string, string>> = {},
): ContainerCreateRequest {
  const { atCreate, macAddress } = connections(asked, api);
  const requests = parts.map((part) => part.toEngine(asked));
  const config: ContainerCreateRequest = Object.assign({}, ...requests.map(({ config }) => config));
  return {
    ...config,
    Labels: { ...(config.Labels as Record<string, string>), ...ownership },
    HostConfig: Object.assign({}, ...requests.map(({ host }) => host)),
    ...(macAddress !== undefined && { MacAddress: macAddress }),
    NetworkingConfig: atCreate,
  };
}

/**
 * What the engine says of the container, in the words in which it was asked for.
 *
 * @param asked undefined on import, when everything is told
 */
export function observe(found: ContainerInspect, asked: Asked<typeof schema> | undefined): Observed<typeof schema> {
  return Object.assign({}, ...parts.map((part) => part.fromEngine(found, asked)));
}
