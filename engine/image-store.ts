import type { CallOptions } from "./client";
import type { Engine } from "./engine";

/** How the engine keeps its images: as layers of a graph driver, or as what registries serve. */
export type ImageStore = "classic" | "containerd";

/** Source: https://docs.docker.com/engine/storage/containerd/ */
export async function imageStoreOf({ system }: Engine, options?: CallOptions): Promise<ImageStore> {
  const { DriverStatus } = await system.info(options);
  return DriverStatus?.some(([key]) => key === "driver-type") ? "containerd" : "classic";
}
