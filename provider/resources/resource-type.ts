/** Every type of resource that the provider has: each has its row in `leftovers`. */
export type ResourceType =
  | "docker_commit"
  | "docker_config"
  | "docker_container"
  | "docker_exec"
  | "docker_image"
  | "docker_network"
  | "docker_registry_image"
  | "docker_secret"
  | "docker_service"
  | "docker_swarm"
  | "docker_swarm_node"
  | "docker_tag"
  | "docker_volume";

/** What the journal has notes of: types that leave something on the engine where a run is killed. */
export type NoteType =
  | Exclude<ResourceType, "docker_exec" | "docker_registry_image" | "docker_swarm_node">
  /** An image that its resource left to another one of the same name. */
  | "docker_image, inherited";
