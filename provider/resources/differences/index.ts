import { config } from "./config";
import { container } from "./container";
import type { Difference } from "./difference";
import { image } from "./image";
import { logs } from "./logs";
import { network } from "./network";
import { provider } from "./provider";
import { registryImage } from "./registry-image";
import { secret } from "./secret";
import { service } from "./service";
import { tag } from "./tag";
import { volume } from "./volume";

export type { Aspect, Difference } from "./difference";

export const differences: readonly Difference[] = [
  ...provider,
  ...container,
  ...image,
  ...tag,
  ...registryImage,
  ...network,
  ...volume,
  ...service,
  ...secret,
  ...config,
  ...logs,
];

/** Types of 3.6.2 that this provider does not have. */
export const notCarried: Readonly<Record<string, string>> = {
  docker_buildx_builder: "builds go through the engine's own BuildKit, which needs no builder",
  docker_plugin: "managed plugins belong to whoever runs the engine",
  "data.docker_plugin": "managed plugins belong to whoever runs the engine",
};
