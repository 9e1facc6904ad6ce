import type { RegistryAuth, Service, ServiceSpec } from "../../../engine";
import { toLabelRecord } from "../../../formats/labels";
import type { DockerCall } from "../define";
import { endpoint } from "./endpoint";
import { recorded } from "./image-name";
import { mode } from "./mode";
import { tryResolveImage } from "./resolve-image";
import type { Asked } from "./schema";
import { withStoredReferences } from "./stored-references";
import { taskSpec } from "./task-spec";
import { rollbackConfig, updateConfig } from "./update-config";

/**
 * The specification that is asked for, its image pinned where the registry says to what.
 *
 * @param before the service as it is: an image that is still the same stays pinned as it was
 */
export async function specificationOf(call: DockerCall, asked: Asked, before?: Service): Promise<ServiceSpec> {
  const { engine, signal } = call;
  const task = taskSpec.toEngine(asked);
  const container = await withStoredReferences(engine, task.ContainerSpec!, signal);
  const { image, platforms } = await pinned(call, asked, container.Image ?? "", before);
  return {
    Name: asked.name,
    Labels: toLabelRecord(asked.labels),
    TaskTemplate: {
      ...task,
      ContainerSpec: { ...container, Image: image },
      // As the docker client does: nodes of another platform than the image's take no tasks.
      Placement: { ...task.Placement, Platforms: task.Placement?.Platforms ?? platforms },
    },
    Mode: mode.toEngine(asked),
    UpdateConfig: updateConfig.toEngine(asked),
    RollbackConfig: rollbackConfig.toEngine(asked) as ServiceSpec["RollbackConfig"],
    EndpointSpec: endpoint.toEngine(asked),
  };
}

type Platforms = NonNullable<NonNullable<ServiceSpec["TaskTemplate"]>["Placement"]>["Platforms"];

async function pinned(
  call: DockerCall,
  asked: Asked,
  image: string,
  before: Service | undefined,
): Promise<{ image: string; platforms?: Platforms }> {
  if (before && isPinned(image, before)) {
    const { ContainerSpec, Placement } = before.Spec.TaskTemplate ?? {};
    return { image: ContainerSpec?.Image ?? image, platforms: Placement?.Platforms as Platforms };
  }
  const found = await tryResolveImage(call.engine, image, {
    auth: await credentials(call, asked),
    signal: call.signal,
  });
  return { image: found?.reference ?? recorded(image), platforms: found?.platforms };
}

/** Whether the service has the image that is asked for, with the digest that it was found to have. */
const isPinned = (image: string, { Spec }: Service): boolean =>
  Spec.TaskTemplate?.ContainerSpec?.Image?.startsWith(`${recorded(image)}@`) ?? false;

/** What the nodes pull the image with: the service's own, or what the provider knows of the image's registry. */
export async function credentials(
  { registries }: DockerCall,
  { auth: [own], task_spec: [task] }: Pick<Asked, "auth" | "task_spec">,
): Promise<RegistryAuth | undefined> {
  if (!own) return registries.for(task?.container_spec[0]?.image ?? "");
  return {
    username: own.username ?? process.env["DOCKER_REGISTRY_USER"],
    password: own.password ?? process.env["DOCKER_REGISTRY_PASS"],
    serveraddress: own.server_address,
  };
}
