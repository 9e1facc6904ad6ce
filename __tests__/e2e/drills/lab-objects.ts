import { randomBytes } from "node:crypto";
import { defaultUrl, Engine } from "../../../engine";
import { removeNetwork } from "../remove-network";

/** Names that no other run has. */
export const newPrefix = (part: string): string => `t-${part}-${randomBytes(4).toString("hex")}`;

export const openEngine = (): Engine => Engine.at(process.env["DOCKER_HOST"] ?? defaultUrl);

/** Every object of the engine whose name begins with the prefix, as `KIND NAME`. */
export async function objectsNamed(engine: Engine, prefix: string): Promise<string[]> {
  const [containers, networks, volumes, images] = await Promise.all([
    engine.containers.list({ all: true }),
    engine.networks.list(),
    engine.volumes.list(),
    engine.images.list(),
  ]);
  const named = {
    container: containers.flatMap(({ Names }) => Names.map((name) => name.slice(1))),
    network: networks.map(({ Name }) => Name),
    volume: volumes.map(({ Name }) => Name ?? ""),
    image: images.flatMap(({ RepoTags }) => RepoTags ?? []),
  };
  return Object.entries(named).flatMap(([kind, names]) =>
    names.filter((name) => name.startsWith(prefix)).map((name) => `${kind} ${name}`),
  );
}

/** Removes them all, in the order in which they can be. */
export async function removeNamed(engine: Engine, prefix: string): Promise<void> {
  const found = (await objectsNamed(engine, prefix)).map((object) => object.split(" ") as [string, string]);
  const of = (kind: string) => found.flatMap(([its, name]) => (its === kind ? [name] : []));
  await Promise.all(of("container").map((name) => engine.containers.tryRemove(name, { force: true, volumes: true })));
  await Promise.all(of("network").map((name) => removeNetwork(engine, name)));
  await Promise.all(of("volume").map((name) => engine.volumes.tryRemove(name)));
  await Promise.all(of("image").map((name) => engine.images.tryRemove(name, { force: true })));
}
