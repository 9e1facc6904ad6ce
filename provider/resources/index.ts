import type { AnyResource } from "../schema";
import { commit } from "./commit";
import { config } from "./config";
import { container } from "./container";
import type { Services } from "./define";
import { exec } from "./exec";
import { image } from "./image";
import { network } from "./network";
import { registryImage } from "./registry-image";
import { secret } from "./secret";
import { service } from "./service";
import { swarm } from "./swarm";
import { swarmNode } from "./swarm-node";
import { tag } from "./tag";
import { volume } from "./volume";

/** Every resource of the provider. */
export const resources: readonly AnyResource<Services>[] = [
  commit,
  config,
  container,
  exec,
  image,
  network,
  registryImage,
  secret,
  service,
  swarm,
  swarmNode,
  tag,
  volume,
];
