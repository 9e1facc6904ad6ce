import { blockIo } from "./block-io";
import { devices } from "./devices";
import { healthCheck } from "./health-check";
import { image } from "./image";
import { lifeCycle } from "./life-cycle";
import { limits } from "./limits";
import { logging } from "./logging";
import { mounts } from "./mounts";
import { network } from "./network";
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
