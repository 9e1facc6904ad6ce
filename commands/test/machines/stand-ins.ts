import { createWriteStream } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "../../../offline/command";
import { allStandIns } from "../../../offline/images";
import { registryImage, serveStandIns } from "../../../offline/mirror";
import { recipeOf } from "../../../offline/recipe";
import { registryName } from "../../../offline/registry/container";
import { registry } from "../../../offline/stand-ins/registry";
import { ensureEngine } from "../../setup/engine";
import { chooseEngine } from "../../setup/engine-address";
import { say } from "../../terminal";
import { nameOf } from "./cache";
import { machinesSuite } from "./root-filesystem";

/** The image of the mirror's registry, in a machine: an archive as `docker load` takes it. */
const registryArchive = "/opt/registry.tar";

/** What a machine's shell runs to have that image under the name that `./lab` gives it there. */
export async function loadRegistry(): Promise<string> {
  const name = `${registryImage}:${await recipeOf(registry, machinesSuite)}`;
  return `from=$(docker load -qi ${registryArchive} | sed "s/^Loaded image: //") && docker tag "$from" ${name} && docker rmi "$from"`;
}

/** Other stand-ins, another name. */
export const standInsName = async (): Promise<string> =>
  nameOf(await Promise.all([registry, ...allStandIns].map((each) => recipeOf(each))));

/**
 * Lays this machine's stand-ins into a root file system, where `./lab` finds them as if it had made them there, which
 * would take it long. Its engine's settings name the mirror, as after a restart.
 */
export async function layStandIns(root: string): Promise<void> {
  const engine = await ensureEngine(chooseEngine(), { install: true });
  try {
    await serveStandIns(engine, allStandIns, say);
    const { Mountpoint } = await engine.volumes.inspect(registryName);
    const data = join(root, "var/lib/docker/volumes", registryName, "_data");
    await mkdir(data, { recursive: true });
    await run("cp", ["-a", `${Mountpoint}/.`, data]);
    for (const standIn of allStandIns)
      await nameAsMadeThere(standIn.name, `recipe-${await recipeOf(standIn, machinesSuite)}`, data);
    await mkdir(join(root, dirname(registryArchive)), { recursive: true });
    const { Config } = await engine.containers.inspect(registryName);
    await pipeline(await engine.images.save([Config.Image!]), createWriteStream(join(root, registryArchive)));
  } finally {
    engine.close();
  }
  await mkdir(join(root, "etc/docker"), { recursive: true });
  await writeFile(
    join(root, "etc/docker/daemon.json"),
    JSON.stringify({ "registry-mirrors": ["http://127.0.0.1:5555"] }),
  );
}

/** Gives an image's tag the other name that the mirror knows it by. @param data of the registry, not in use */
async function nameAsMadeThere(name: string, recipeTag: string, data: string): Promise<void> {
  const [image, tag = "latest"] = name.split(":") as [string, string?];
  const repository = image.includes("/") ? image : `library/${image}`;
  const tags = join(data, "docker/registry/v2/repositories", repository, "_manifests/tags");
  await cp(join(tags, tag), join(tags, recipeTag), { recursive: true });
}
