import { rm } from "node:fs/promises";
import { type Engine, isEngineError } from "../engine";
import { BaseLayers } from "./build/base-layers";
import { imageOf } from "./build/image";
import type { StandIn } from "./build/stand-in";
import { type EngineFiles, mirrorsOf, useMirror } from "./daemon-configuration";
import { recipeOf } from "./recipe";
import type { RegistryClient } from "./registry/client";
import { createRegistry, loadImage, tryFindRegistry, tryStartRegistry } from "./registry/container";
import { pushIndex } from "./registry/push-index";
import { registry } from "./stand-ins/registry";
import { words } from "./words";
import { openWorkspace, type Say, type Workspace } from "./workspace";

/** The image of the mirror's registry itself, in the engine. */
export const registryImage = "docker-stages/registry";

/** Stand-ins that are built at a time: most of a build is one process. */
const builders = 2;

/** How far the mirror of this engine's machine serves some stand-ins. */
export interface MirrorState {
  /** URL of the mirror's registry; undefined where none answers. */
  readonly url?: string;
  /** Whether the engine uses it. */
  readonly used: boolean;
  /** What it does not have, or has from another recipe. */
  readonly lacking: readonly StandIn[];
}

/** Looks, and changes nothing. */
export async function lookAtMirror(engine: Engine, standIns: readonly StandIn[]): Promise<MirrorState> {
  const client = await tryFindRegistry(engine);
  if (!client || !(await client.answers())) return { used: false, lacking: standIns };
  const tags = await Promise.all(standIns.map((standIn) => tagsOf(client, standIn)));
  const lacking = standIns.filter(
    (_, index) => tags[index]!.built === undefined || tags[index]!.built !== tags[index]!.served,
  );
  return { url: client.url, used: (await mirrorsOf(engine)).includes(client.url), lacking };
}

/**
 * Serves stand-ins for Docker Hub's images from a registry on loopback, and makes this machine's engine use it as its
 * mirror. Does only what is not done yet.
 *
 * @param files where the engine keeps its settings @default - dockerd's own defaults
 * @returns the mirror's URL
 */
export async function ensureMirror(
  engine: Engine,
  standIns: readonly StandIn[],
  say: Say,
  files?: EngineFiles,
): Promise<string> {
  const client = await serveStandIns(engine, standIns, say);
  await useMirror(engine, client.url, say, files);
  return client.url;
}

/** Builds what is not built yet, and serves it on loopback. The engine is not told of it. */
export async function serveStandIns(engine: Engine, standIns: readonly StandIn[], say: Say): Promise<RegistryClient> {
  const workspace = await openWorkspace(say);
  const bases = new BaseLayers(workspace);
  const client = await ensureRegistry(engine, { workspace, bases });
  const queue = standIns.values();
  const build = async () => {
    for (const standIn of queue) await ensureServed({ workspace, client, bases }, standIn);
  };
  try {
    await Promise.all(Array.from({ length: builders }, build));
  } finally {
    await bases.remove();
  }
  return client;
}

/** Where stand-ins are built, and what they have in common. */
interface Site {
  readonly workspace: Workspace;
  readonly bases: BaseLayers;
}

/** The same, and where they go. */
interface ServingSite extends Site {
  readonly client: RegistryClient;
}

async function ensureRegistry(engine: Engine, site: Site): Promise<RegistryClient> {
  try {
    const running = await tryStartRegistry(engine);
    if (running) return running;
  } catch (error) {
    if (!isEngineError(error, "port-taken")) throw error;
  }
  const reference = `${registryImage}:${await recipeOf(registry)}`;
  if (!(await engine.images.tryInspect(reference))) {
    const { layer, imageFor } = await contentOf(site, registry);
    await loadImage(engine, reference, imageFor());
    await rm(layer.file);
  }
  return createRegistry(engine, reference);
}

/** Builds and pushes a stand-in unless the registry has what this recipe makes, be it from another checkout. */
async function ensureServed(site: ServingSite, standIn: StandIn): Promise<void> {
  const { client } = site;
  const { repository, tag, recipeTag, built, served } = await tagsOf(client, standIn);
  if (built === undefined) {
    await pushStandIn(site, standIn, { repository, tags: [recipeTag, tag] });
  } else if (built !== served) {
    await client.retag(repository, recipeTag, tag);
  }
}

async function pushStandIn(
  site: ServingSite,
  standIn: StandIn,
  { repository, tags }: { readonly repository: string; readonly tags: readonly string[] },
): Promise<void> {
  const { client } = site;
  const { layer, imageFor } = await contentOf(site, standIn);
  const { architectures } = standIn;
  if (architectures === undefined) await client.push(repository, tags, imageFor());
  else {
    const images = architectures.map((architecture) => ({ architecture, image: imageFor(architecture) }));
    await pushIndex(client, repository, tags, images);
  }
  await rm(layer.file);
}

/** The tag that Docker Hub has, and the one that tells the recipe, with the digests that they lead to. */
async function tagsOf(client: RegistryClient, standIn: StandIn) {
  const [name, tag = "latest"] = standIn.name.split(":") as [string, string?];
  const repository = name.includes("/") ? name : `library/${name}`;
  const recipeTag = `recipe-${await recipeOf(standIn)}`;
  const [built, served] = await Promise.all([recipeTag, tag].map((each) => client.tryDigest(repository, each)));
  return { repository, tag, recipeTag, built, served };
}

/** Its own layer, built now, and what makes an image of it for a processor. */
async function contentOf({ workspace, bases }: Site, standIn: StandIn) {
  workspace.say(words.building(standIn.name, standIn.madeOf));
  const base = standIn.base && (await bases.of(standIn.base));
  const layer = await standIn.layer(workspace);
  const layers = base ? [base, layer] : [layer];
  const labels = {
    "docker-stages.stand-in-for": standIn.name,
    "org.opencontainers.image.description": `stand-in for ${standIn.name}, made of ${standIn.madeOf}`,
  };
  const imageFor = (architecture?: string) =>
    imageOf(layers, { ...standIn.config, Labels: labels }, `docker-stages: ${standIn.madeOf}`, architecture);
  return { layer, imageFor };
}
