import type { Normalized } from "../normalize/normalize";
import type { Problem } from "../problems/problem";
import { type Lookup, stackBuild } from "./build";
import { configsToMake, secretsToMake } from "./files";
import { Names, type WriteOnlySecrets } from "./names";
import { networksToMake } from "./networks";
import type { PathOf } from "./path-of";
import { serviceSpec } from "./service";
import type { StackModel } from "./stack-model";
import { volumesToMake } from "./volumes";

export interface ConvertOptions extends WriteOnlySecrets {
  /** Name of the stack. */
  readonly name: string;
  /** Whether names of secrets and configs end in a hash of what they hold. */
  readonly rotate: boolean;
  /** Whether images are built. */
  readonly builds: boolean;
  readonly lookup: Lookup;
  readonly pathOf: PathOf;
}

/**
 * What `docker stack deploy` would make of a project, and the volumes, which that leaves to the nodes.
 * @see https://docs.docker.com/reference/cli/docker/stack/deploy/
 */
export function convert(
  normalized: Normalized,
  { name, rotate, builds, lookup, pathOf, ...secrets }: ConvertOptions,
  warnings: readonly Problem[],
): StackModel {
  const names = new Names(name, normalized, rotate, secrets);
  const { services } = normalized;
  return {
    name,
    services: Object.fromEntries(
      Object.entries(services).map(([key, service]) => [
        key,
        {
          spec: serviceSpec(service, key, normalized, { names, pathOf }),
          keys: names.keys,
          dependsOn: Object.keys(service.depends_on ?? {}).filter((other) => Object.hasOwn(services, other)),
          ports: service.ports ?? [],
          ...(builds && service.build && { build: stackBuild(service, normalized, lookup, pathOf) }),
        },
      ]),
    ),
    networks: networksToMake(normalized, names),
    volumes: volumesToMake(normalized, names),
    secrets: secretsToMake(normalized, names),
    configs: configsToMake(normalized, names),
    warnings,
  };
}
