import { leftover as commit } from "./commit";
import { leftover as config } from "./config";
import { leftover as container } from "./container";
import { leftover as exec } from "./exec";
import { leftover as image } from "./image";
import type { Leftover, NothingLeft } from "./leftover";
import { leftover as network } from "./network";
import { leftover as registryImage } from "./registry-image";
import type { NoteType, ResourceType } from "./resource-type";
import { leftover as secret } from "./secret";
import { leftover as service } from "./service";
import { leftover as swarm } from "./swarm";
import { leftover as swarmNode } from "./swarm-node";
import { leftover as tag } from "./tag";
import { leftover as volume } from "./volume";

type Leftovers = {
  readonly [Type in ResourceType | NoteType]: Type extends NoteType ? Leftover : NothingLeft;
};

/** What a killed run leaves of each type, those first that hold others: services before networks. */
export const leftovers: Leftovers = {
  docker_service: service,
  docker_container: container,
  docker_network: network,
  docker_secret: secret,
  docker_config: config,
  docker_volume: volume,
  docker_swarm: swarm,
  docker_tag: tag,
  docker_commit: commit,
  docker_image: image,
  "docker_image, inherited": image,
  docker_exec: exec,
  docker_registry_image: registryImage,
  docker_swarm_node: swarmNode,
};
