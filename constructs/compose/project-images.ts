import { createHash } from "node:crypto";
import type { Construct } from "constructs";
import { DataDockerRegistryImage } from "../bindings/data-docker-registry-image";
import type { DockerImage } from "../bindings/docker-image";
import { HubImage } from "../image/hub-image";
import type { ProjectModel, ProjectService } from "./convert/host/project-model";
import { builtImage, type FileImage, inBuildOrder } from "./file-image";
import { constructId } from "./terraform/construct-id";

export interface ProjectImages {
  readonly byName: ReadonlyMap<string, FileImage>;
  /** Those that a service runs, by the one that names them first. */
  readonly byService: ReadonlyMap<string, DockerImage>;
}

/** One resource an image, whoever runs or mounts it. One that is never pulled is the engine's affair. */
export function projectImages(scope: Construct, services: ProjectModel["services"]): ProjectImages {
  const byName = new Map<string, FileImage>();
  const byService = new Map<string, DockerImage>();
  const made = new Map<string, FileImage>();
  for (const [key, { image: name, build, pull }] of inBuildOrder(services)) {
    const known = byName.get(name);
    if (known) made.set(key, known);
    if (known || (!build && pull === "never")) continue;
    const image = build ? builtImage(scope, key, build, made) : pulledImage(scope, key, { name, pull });
    byName.set(name, image);
    byService.set(key, image.resource);
    made.set(key, image);
  }
  for (const { containers } of Object.values(services))
    for (const name of containers.flatMap(({ images }) => images))
      if (!byName.has(name)) byName.set(name, new HubImage(scope, mountedId(name), { name }));
  return { byName, byService };
}

/** One that is always to be the registry's is asked for at each plan: its digest there, which costs no pull. */
function pulledImage(scope: Construct, key: string, { name, pull }: { name: string } & Pick<ProjectService, "pull">) {
  const id = constructId(key);
  if (pull !== "always") return new HubImage(scope, id, { name });
  const there = new DataDockerRegistryImage(scope, `${id}-digest`, { name });
  return new HubImage(scope, id, { name, pullTriggers: [there.sha256Digest] });
}

/** Id of the construct for an image that is mounted, whatever its name has. */
const mountedId = (name: string): string => `mounted-${createHash("sha256").update(name).digest("hex").slice(0, 10)}`;
