import { rm } from "node:fs/promises";
import { type Engine, isEngineError } from "../provider/engine";
import { imageOf } from "./build/image";
import type { StandIn } from "./build/stand-in";
import { openWorkspace, type Say, type Workspace } from "./build/workspace";
import { useMirror } from "./daemon-configuration";
import { recipeOf } from "./recipe";
import type { RegistryClient } from "./registry/client";
import { createRegistry, loadImage, tryStartRegistry } from "./registry/container";
import { registry } from "./stand-ins/registry";

/** The image of the mirror's registry itself, in the engine. */
const registryImage = "docker-stages/registry";

/**
 * Serves stand-ins for Docker Hub's images from a registry on loopback, and makes this machine's engine use it as its
 * mirror. Does only what is not done yet.
 *
 * @returns the mirror's URL
 */
export async function ensureMirror(engine: Engine, standIns: readonly StandIn[], say: Say): Promise<string> {
  const workspace = await openWorkspace(say);
  const client = await ensureRegistry(engine, workspace);
  for (const standIn of standIns) await ensureServed(workspace, client, standIn);
  await useMirror(engine, client.url, say);
  return client.url;
}

async function ensureRegistry(engine: Engine, workspace: Workspace): Promise<RegistryClient> {
  try {
    const running = await tryStartRegistry(engine);
    if (running) return running;
  } catch (error) {
    if (!isEngineError(error, "port-taken")) throw error;
  }
  const reference = `${registryImage}:${await recipeOf(workspace.root, registry)}`;
  if (!(await engine.images.tryInspect(reference))) {
    const image = await build(workspace, registry);
    await loadImage(engine, reference, image);
    await rm(image.layer.file);
  }
  return createRegistry(engine, reference);
}

/** Builds and pushes a stand-in unless the registry has what this recipe makes, be it from another checkout. */
async function ensureServed(workspace: Workspace, client: RegistryClient, standIn: StandIn): Promise<void> {
  const [name, tag = "latest"] = standIn.name.split(":") as [string, string?];
  const repository = name.includes("/") ? name : `library/${name}`;
  const recipe = `recipe-${await recipeOf(workspace.root, standIn)}`;
  const built = await client.tryDigest(repository, recipe);
  if (built === undefined) {
    const image = await build(workspace, standIn);
    await client.push(repository, [recipe, tag], image);
    await rm(image.layer.file);
  } else if (built !== (await client.tryDigest(repository, tag))) {
    await client.retag(repository, recipe, tag);
  }
}

async function build(workspace: Workspace, standIn: StandIn) {
  workspace.say(`building a stand-in for ${standIn.name} from ${standIn.madeOf}`);
  const layer = await standIn.layer(workspace);
  const labels = {
    "docker-stages.stand-in-for": standIn.name,
    "org.opencontainers.image.description": `stand-in for ${standIn.name}, made of ${standIn.madeOf}`,
  };
  return imageOf(layer, { ...standIn.config, Labels: labels }, `docker-stages: ${standIn.madeOf}`);
}
