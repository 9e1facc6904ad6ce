// Written by `npm run bindings` from the provider's schema: change it there.

export * from "./data-docker-container-diff";
export * from "./data-docker-containers";
export * from "./data-docker-image";
export * from "./data-docker-image-history";
export * from "./data-docker-images";
export * from "./data-docker-logs";
export * from "./data-docker-network";
export * from "./data-docker-nodes";
export * from "./data-docker-registry-image";
export * from "./data-docker-registry-image-manifests";
export * from "./data-docker-services";
export * from "./data-docker-tasks";
export * from "./docker-commit";
export * from "./docker-config";
export * from "./docker-container";
export * from "./docker-container-blocks";
export * from "./docker-exec";
export * from "./docker-image";
export * from "./docker-network";
export * from "./docker-registry-image";
export * from "./docker-secret";
export * from "./docker-service";
export * from "./docker-swarm";
export * from "./docker-swarm-node";
export * from "./docker-tag";
export * from "./docker-volume";
