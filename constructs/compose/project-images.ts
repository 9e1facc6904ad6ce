import { createHash } from "node:crypto";
import type { Construct } from "constructs";
import { own } from "../../foreign/own";
import { DataDockerRegistryImage } from "../bindings/data-docker-registry-image";
import type { DockerImage } from "../bindings/docker-image";
import { HubImage } from "../image/hub-image";
import type { ProjectModel, ProjectService } from "./convert/host/project-model";
import { inOrder } from "./dependency-order";
import { builtImage, type FileImage } from "./file-image";
import { constructId } from "./terraform/construct-id";
import { escapeTemplates } from "./terraform/escape";

export interface ProjectImages {
  readonly byName: ReadonlyMap<string, FileImage>;
  /** Those that a service runs, by the one that brings them: that builds them, or asks most of their pull. */
  readonly byService: ReadonlyMap<string, DockerImage>;
}

type Services = ProjectModel["services"];

/** One resource an image, whoever runs or mounts it. One that is never pulled is the engine's affair. */
export function projectImages(scope: Construct, services: Services): ProjectImages {
  const byName = new Map<string, FileImage>();
  const byService = new Map<string, DockerImage>();
  const made = new Map<string, FileImage>();
  const users = usersOf(services);
  for (const [key, service] of bringing(services, users)) {
    const { image: name, build, pull } = service;
    if (!build && pull === "never") continue;
    const image = build ? builtImage(scope, key, build, made) : pulledImage(scope, key, service);
    byName.set(name, image);
    byService.set(key, image.resource);
    for (const user of users.get(name)!) made.set(user, image);
  }
  for (const { containers } of Object.values(services))
    for (const name of containers.flatMap(({ images }) => images))
      if (!byName.has(name)) byName.set(name, new HubImage(scope, mountedId(name), { name }));
  return { byName, byService };
}

/** By image, the keys of the services that name it. */
function usersOf(services: Services): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const [key, { image }] of Object.entries(services)) {
    const known = users.get(image);
    if (known) known.push(key);
    else users.set(image, [key]);
  }
  return users;
}

/**
 * Of the services that name one image the one that brings it, after those whose images it is built from: the first that
 * builds it, else the first that asks most of its pull.
 */
function bringing(services: Services, users: ReadonlyMap<string, readonly string[]>): [string, ProjectService][] {
  const most = (keys: readonly string[]) =>
    keys.reduce((known, key) => (asks(own(services, key)!) > asks(own(services, known)!) ? key : known));
  const bringers = new Map([...users].map(([image, keys]) => [image, most(keys)]));
  const wanted = Object.fromEntries([...bringers.values()].map((key) => [key, own(services, key)!]));
  return inOrder(wanted, ({ build }) =>
    Object.values(build?.builtFrom ?? {}).map((key) => bringers.get(own(services, key)!.image)!),
  );
}

const PULLS = { never: 0, missing: 1, always: 2 } as const;
const asks = ({ build, pull }: ProjectService): number => (build ? 3 : PULLS[pull]);

/** One that is always to be the registry's is asked for at each plan: its digest there, which costs no pull. */
function pulledImage(scope: Construct, key: string, { image: name, pull, platform: asked }: ProjectService) {
  const platform = asked && escapeTemplates(asked);
  const id = constructId(key);
  if (pull !== "always") return new HubImage(scope, id, { name, platform });
  const there = new DataDockerRegistryImage(scope, `${id}-digest`, { name });
  return new HubImage(scope, id, { name, platform, pullTriggers: [there.sha256Digest] });
}

/** Id of the construct for an image that is mounted, whatever its name has. */
const mountedId = (name: string): string => `mounted-${createHash("sha256").update(name).digest("hex").slice(0, 10)}`;
