import { createServer } from "node:net";
import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { ContainerCreateRequest, Engine } from "../../engine";
import { writeTree } from "../build/archive";
import { digestOf, type Image } from "../build/image";
import { RegistryClient } from "./client";

/** Label of the container and the volume: the images that it serves do not have it, since their containers would. */
export const offlineLabel = "docker-stages.offline";

/** Name of the registry's container and of the volume that keeps its images. */
export const registryName = "docker-stages-registry";

const inside = "5000/tcp";

/** 5000 and 5001 belong to the voting app. */
const firstPort = 5555;

/** The mirror's registry, where its container exists. */
export async function tryFindRegistry(engine: Engine): Promise<RegistryClient | undefined> {
  const port = (await engine.containers.tryInspect(registryName))?.HostConfig.PortBindings?.[inside]?.[0]?.HostPort;
  return port ? new RegistryClient(`http://127.0.0.1:${port}`) : undefined;
}

/**
 * The same, started if it is stopped.
 *
 * @throws EngineError "port-taken" where something else has its port by now
 */
export async function tryStartRegistry(engine: Engine): Promise<RegistryClient | undefined> {
  const client = await tryFindRegistry(engine);
  if (!client) return undefined;
  await engine.containers.start(registryName);
  await untilAnswering(engine, client);
  return client;
}

/** Makes the registry's container from an image of this engine, at the first free port; its volume is kept from before. */
export async function createRegistry(engine: Engine, image: string): Promise<RegistryClient> {
  const url = await freeUrl();
  await engine.containers.tryRemove(registryName, { force: true });
  await engine.containers.create(registryName, containerOf(image, new URL(url).port));
  await engine.containers.start(registryName);
  const client = new RegistryClient(url);
  await untilAnswering(engine, client);
  return client;
}

/** Where a registry's container would be made now: loopback, at the first free port. */
export const freeUrl = async (): Promise<string> => `http://127.0.0.1:${await freePort(firstPort)}`;

/** Nothing but its data can be written, and it has no capability. */
const containerOf = (image: string, port: string): ContainerCreateRequest => ({
  Image: image,
  Labels: { [offlineLabel]: "true" },
  HostConfig: {
    PortBindings: { [inside]: [{ HostIp: "127.0.0.1", HostPort: port }] },
    Mounts: [
      {
        Type: "volume",
        Source: registryName,
        Target: "/var/lib/registry",
        VolumeOptions: { Labels: { [offlineLabel]: "true" } },
      },
    ],
    RestartPolicy: { Name: "unless-stopped" },
    ReadonlyRootfs: true,
    CapDrop: ["ALL"],
    SecurityOpt: ["no-new-privileges"],
  },
});

/** Loads an image into the engine under a name, without a registry. */
export async function loadImage(engine: Engine, reference: string, image: Image): Promise<void> {
  const config = `${digestOf(image.config).split(":")[1]}.json`;
  const layers = image.layers.map(({ file }, i) => [`${i}.tar.gz`, file] as const);
  const manifest = [{ Config: config, RepoTags: [reference], Layers: layers.map(([name]) => name) }];
  const archive = new PassThrough();
  const written = writeTree(
    {
      "/manifest.json": { text: JSON.stringify(manifest) },
      [`/${config}`]: { text: image.config.toString() },
      ...Object.fromEntries(layers.map(([name, file]) => [`/${name}`, { file }])),
    },
    archive,
  ).then(() => archive.end());
  await Promise.all([written, engine.images.load(archive)]);
}

async function untilAnswering(engine: Engine, client: RegistryClient): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await client.answers())) {
    const { State } = await engine.containers.inspect(registryName);
    if (!State.Running || Date.now() > deadline) {
      const { output } = await engine.containers.logs(registryName, { tail: 5 });
      throw new Error(
        `the container ${registryName} does not answer at ${client.url}, it is ${State.Status}: ${output.trim()}`,
      );
    }
    await pause(50);
  }
}

/** The first port from `port` on that nothing listens at. */
async function freePort(port: number): Promise<number> {
  for (; !(await isFree(port)); port++);
  return port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
