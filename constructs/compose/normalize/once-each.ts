import { posix } from "node:path";
import { UNREADABLE } from "../keys/mounts";
import type { FileReference } from "../keys/references";
import type { Service } from "../keys/service";
import type { Problems } from "../problems/problem";
import type { Origins } from "../source/origins";

const inFolder =
  (folder: string) =>
  ({ source, target = source }: FileReference): string =>
    posix.resolve(folder, target);

type Lists = Required<Pick<Service, "volumes" | "secrets" | "configs">>;

/** Where in the container each of a list ends up. */
const places: { readonly [K in keyof Lists]: (item: Lists[K][number]) => string } = {
  volumes: ({ target }) => (target === UNREADABLE ? target : posix.resolve("/", target)),
  secrets: inFolder("/run/secrets"),
  configs: inFolder("/"),
};

/**
 * On one engine, of what ends up at one place in a container the last counts, where the first stood.
 * Source: EnforceUnicity of compose-go, override/uncity.go
 */
export function onceEach(service: Service, origins: Origins, problems: Problems): Service {
  const changed: { [K in keyof Lists]?: Service[K] } = {
    ...lastOfEach("volumes", service, origins, problems),
    ...lastOfEach("secrets", service, origins, problems),
    ...lastOfEach("configs", service, origins, problems),
  };
  if (Object.keys(changed).length === 0) return service;
  const result = { ...service, ...changed };
  origins.share(service, result);
  return result;
}

function lastOfEach<K extends keyof Lists>(kind: K, service: Service, origins: Origins, problems: Problems) {
  const list: readonly Lists[K][number][] = service[kind] ?? [];
  const last = new Map<string | symbol, number>();
  list.forEach((item, i) => {
    const target = places[kind](item);
    const place = target === UNREADABLE ? Symbol("unlike any other") : target;
    const before = last.get(place);
    if (before !== undefined) problems.report("target-again", origins.of(list, before), { target, kind });
    last.set(place, i);
  });
  if (last.size === list.length) return {};
  const kept = [...last.values()];
  const result = kept.map((i) => list[i]!);
  for (const [to, from] of kept.entries()) {
    const origin = origins.of(list, from);
    if (origin) origins.set(result, to, origin);
  }
  return { [kind]: result };
}
