import type { AnyResource } from "../schema";
import { buildxBuilder } from "./buildx-builder";
import { commit } from "./commit";
import { config } from "./config";
import { container } from "./container";
import type { Services } from "./define";
import { exec } from "./exec";
import { image } from "./image";
import type { Leftover, NothingLeft } from "./leftover";
import { network } from "./network";
import { plugin } from "./plugin";
import { registryImage } from "./registry-image";
import { secret } from "./secret";
import { service } from "./service";
import { swarm } from "./swarm";
import { swarmNode } from "./swarm-node";
import { tag } from "./tag";
import { volume } from "./volume";

/** Every resource of the provider, those first that hold others: what killed runs left is removed in this order. */
export const resources: readonly (AnyResource<Services> & { readonly leftover: Leftover | NothingLeft })[] = [
  service,
  container,
  network,
  secret,
  config,
  volume,
  plugin,
  swarm,
  tag,
  commit,
  image,
  exec,
  registryImage,
  swarmNode,
  buildxBuilder,
];
