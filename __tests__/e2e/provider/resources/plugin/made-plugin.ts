import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import type { Engine } from "../../../../../engine";
import { unpackedPackage } from "../../../../../offline/build/apt";
import { writeTree } from "../../../../../offline/build/archive";
import { programTree } from "../../../../../offline/build/program";

const cache = resolve(__dirname, "../../../../../.offline");

/** All that an engine wants of a plugin is that it listens: Debian's docker-registry can do so on a socket. */
const configuration = `version: 0.1
log: { level: warn }
storage: { inmemory: {} }
http: { net: unix, addr: /run/docker/plugins/plugin.sock }
`;

export interface PluginOptions {
  /** Ask for the host's network. @default false */
  readonly hostNetwork?: boolean;
  /** Do not listen where the engine looks. @default false */
  readonly isDeaf?: boolean;
}

/** Makes a plugin on the engine: variables LEVEL, which can be set, and FIXED, which cannot. Source: https://docs.docker.com/engine/extend/config/ */
export async function makePlugin(engine: Engine, name: string, options: PluginOptions = {}): Promise<void> {
  const { hostNetwork = false, isDeaf = false } = options;
  const program = join(await unpackedPackage(cache, "docker-registry"), "usr/bin/docker-registry");
  const config = {
    description: name,
    entrypoint: ["/bin/registry", "serve", "/config.yml"],
    interface: { socket: isDeaf ? "other.sock" : "plugin.sock", types: ["docker.test/1.0"] },
    network: { type: hostNetwork ? "host" : "" },
    env: [
      { name: "LEVEL", value: "info", settable: ["value"] },
      { name: "FIXED", value: "1", settable: null },
    ],
  };
  // Another content for each, in files and description: engines refuse to make what they have already, or make just now.
  const tree = {
    ...(await programTree(program, "/bin/registry")),
    "/config.yml": { text: `# ${name}\n${configuration}` },
  };
  const rootfs = Object.entries(tree).map(([path, entry]) => [`/rootfs${path}`, entry] as const);
  const tar = new PassThrough();
  const written = writeTree({ "/config.json": { text: JSON.stringify(config) }, ...Object.fromEntries(rootfs) }, tar);
  written.then(
    () => tar.end(),
    (error) => tar.destroy(error),
  );
  await engine.plugins.create(name, tar);
}

/** Makes one in a registry, and none on the engine. @param name `HOST/NAME:TAG` */
export async function pushPlugin(engine: Engine, name: string, options: PluginOptions = {}): Promise<void> {
  await makePlugin(engine, name, options);
  await engine.plugins.push(name);
  await engine.plugins.remove(name);
}
