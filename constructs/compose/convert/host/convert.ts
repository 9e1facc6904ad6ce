import { own } from "../../../../foreign/own";
import { replicasOf, type Service } from "../../keys/service";
import type { Normalized } from "../../normalize/normalize";
import type { Problem } from "../../problems/problem";
import { copy } from "../../terraform/blocks";
import { type Lookup, stackBuild } from "../build";
import type { WriteOnlySecrets } from "../names";
import type { PathOf } from "../path-of";
import { fileArguments } from "./files";
import { isolationArguments } from "./isolation";
import { limitArguments } from "./limits";
import { anonymousPaths, mountArguments, volumesToMake } from "./mounts";
import { networkArguments, networksToMake } from "./networks";
import { dependenciesOf, givenConditions } from "./order";
import { processArguments } from "./process";
import type { ContainerArguments, ProjectContainer, ProjectHook, ProjectModel, ProjectService } from "./project-model";
import { ProjectNames, type Whereabouts } from "./project-names";
import type { Place } from "./volume-keys";

export interface ConvertOptions extends WriteOnlySecrets {
  /** Name of the project. */
  readonly name: string;
  readonly whereabouts: Whereabouts;
  /** What relative paths are relative to, absolute. */
  readonly directory: string;
  readonly pathOf: PathOf;
  readonly lookup: Lookup;
}

/** What `docker compose up` would make of a project. @see https://docs.docker.com/reference/cli/docker/compose/up/ */
export function convert(
  normalized: Normalized,
  { name, whereabouts, directory, pathOf, lookup, ...secrets }: ConvertOptions,
  warnings: readonly Problem[],
): ProjectModel {
  const names = new ProjectNames(name, normalized, whereabouts);
  const { services } = normalized;
  const placesOf = (service: string): Place[] =>
    Array.from({ length: replicasOf(own(services, service)!) }, (_, i) => ({ service, number: i + 1 }));
  const places = Object.keys(services).flatMap(placesOf);
  const conditions = givenConditions(services);
  const projectService = (key: string, service: Service): ProjectService => ({
    image: service.image!,
    pull: pullPolicy(service),
    ...(service.platform && { platform: service.platform }),
    ...(service.build && { build: stackBuild(service, normalized, lookup, pathOf) }),
    containers: placesOf(key).map((place) => container(service, place)),
    dependsOn: dependenciesOf(service, services),
    anonymous: anonymousPaths(service),
    postStart: (service.post_start ?? []).map(hook),
  });
  const container = (service: Service, place: Place): ProjectContainer => {
    const mounted = mountArguments(service, normalized, place, { names, pathOf });
    const connected = networkArguments(service, normalized, place, names);
    const { upload, mounts, contents } = fileArguments(service, normalized, { pathOf, ...secrets });
    const shared = (service.volumes_from ?? []).map((from) => volumesOf(from, names));
    const given = argumentsOf([
      processArguments(service),
      limitArguments(service),
      isolationArguments(service, { containerOf: (other) => names.container(other, 1), directory, pathOf }),
      connected.arguments,
      mounted.arguments,
      joined("volumes", mounted.arguments.volumes, shared),
      joined("mounts", mounted.arguments.mounts, mounts),
      upload.length > 0 ? { upload } : {},
      contents,
      own(conditions, place.service) ?? {},
      { preStop: service.pre_stop?.map(hook) },
    ]);
    const dependencies = Object.entries(dependenciesOf(service, services))
      .map(([other, { condition, restart }]) => `${other}:${condition}:${restart}`)
      .join(",");
    return {
      name: names.container(place.service, place.number),
      labels: names.containerLabels(place.service, place.number, dependencies, service.labels),
      arguments: given,
      networks: connected.networks,
      volumes: mounted.volumes,
      images: mounted.images,
    };
  };
  return {
    name,
    services: Object.fromEntries(Object.entries(services).map(([key, service]) => [key, projectService(key, service)])),
    networks: networksToMake(normalized, names),
    volumes: volumesToMake(normalized, places, { names, pathOf }),
    warnings,
  };
}

/** What is given among the parts, a later one before an earlier: a container is given a tenth of what it could be. */
function argumentsOf(parts: readonly ContainerArguments[]): ContainerArguments {
  const given = new Map<string, unknown>();
  for (const part of parts)
    for (const [name, value] of Object.entries(part)) if (value !== undefined) given.set(name, value);
  return Object.fromEntries(given);
}

/** An argument of two lists, where there is something in them. */
function joined<K extends "volumes" | "mounts">(
  key: K,
  some: ContainerArguments[K],
  more: readonly unknown[],
): ContainerArguments {
  const all = [...(Array.isArray(some) ? some : []), ...more];
  return all.length > 0 ? { [key]: all } : {};
}

/** What the engine lacks is pulled, unless it is said that nothing, or everything, is. */
const pullPolicy = ({ pull_policy: said }: Service): ProjectService["pull"] =>
  said === "never" || said === "always" ? said : "missing";

/** `SERVICE[:ro]`, or `container:NAME[:ro]`. */
function volumesOf(from: string, names: ProjectNames) {
  const [, container, service = "", mode] = /^(?:container:([^:]+)|([^:]+))(?::(ro|rw))?$/.exec(from) ?? [];
  return { fromContainer: container ?? names.container(service, 1), readOnly: mode === "ro" || undefined };
}

type Hook = NonNullable<Service["post_start"]>[number];

const hook = ({ command, user, privileged, working_dir: workingDir, environment }: Hook): ProjectHook => ({
  command: copy(command) ?? [],
  user,
  privileged,
  workingDir,
  environment:
    environment && Object.fromEntries(Object.entries(environment).flatMap(([k, v]) => (v === null ? [] : [[k, v]]))),
});
