import { dirname } from "node:path";
import type { Engine } from "../../engine";
import { offlineLabel, registryName } from "../../offline/registry/container";

const DATA = "/var/lib/registry";

/**
 * Gives an engine what the mirror of another one serves, where that has one: ./lab makes a mirror of it there, and
 * builds nothing. What it had before stays beside it.
 */
export async function copyStandIns(from: Engine, to: Engine): Promise<void> {
  const image = (await from.containers.tryInspect(registryName))?.Config.Image;
  if (!image) return;
  await to.images.load(await from.images.save([image]));
  const VolumeOptions = { Labels: { [offlineLabel]: "true" } };
  const volume = { Type: "volume", Source: registryName, Target: DATA, VolumeOptions } as const;
  const carrier = `${registryName}-copy`;
  await to.containers.tryRemove(carrier, { force: true });
  await to.containers.create(carrier, { Image: image, HostConfig: { Mounts: [volume] } });
  await to.containers.putArchive(carrier, dirname(DATA), await from.containers.getArchive(registryName, DATA));
  await to.containers.remove(carrier);
}
