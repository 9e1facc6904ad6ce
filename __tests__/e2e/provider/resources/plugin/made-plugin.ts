import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unpackedPackage } from "../../../../../offline/build/apt";
import { writeTree } from "../../../../../offline/build/archive";
import { layerFrom } from "../../../../../offline/build/image";
import { programTree } from "../../../../../offline/build/program";
import { RegistryClient } from "../../../../../offline/registry/client";
import { dockerManifest } from "../../../../../offline/registry/manifest";

const cache = resolve(__dirname, "../../../../../.offline");

/** What tells a plugin from an image. Source: https://distribution.github.io/distribution/spec/manifest-v2-2/ */
const [imageType, pluginType] = [
  "application/vnd.docker.container.image.v1+json",
  "application/vnd.docker.plugin.v1+json",
];

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

/** Variables LEVEL, which can be set, and FIXED, which cannot. Source: https://docs.docker.com/engine/extend/config/ */
const configOf = (name: string, { hostNetwork = false, isDeaf = false }: PluginOptions, diffId: string) => ({
  description: name,
  entrypoint: ["/bin/registry", "serve", "/config.yml"],
  interface: { socket: isDeaf ? "other.sock" : "plugin.sock", types: ["docker.test/1.0"] },
  network: { type: hostNetwork ? "host" : "" },
  env: [
    { name: "LEVEL", value: "info", settable: ["value"] },
    { name: "FIXED", value: "1", settable: null },
  ],
  rootfs: { type: "layers", diff_ids: [diffId] },
});

/**
 * Makes a plugin in a registry on loopback, without the engine: Docker 20.10 dies of a push of a plugin now and then
 * ("send on closed channel").
 *
 * @param name `HOST/NAME:TAG`
 */
export async function pushPlugin(name: string, options: PluginOptions = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "t-plugin-"));
  try {
    const program = join(await unpackedPackage(cache, "docker-registry"), "usr/bin/docker-registry");
    // Another content for each, in files and description: engines refuse to make what they have already, or make just now.
    const tree = {
      ...(await programTree(program, "/bin/registry")),
      "/config.yml": { text: `# ${name}\n${configuration}` },
    };
    const layer = await layerFrom(folder, (tar) => writeTree(tree, tar));
    const plugin = { layers: [layer], config: Buffer.from(JSON.stringify(configOf(name, options, layer.diffId))) };
    const [, host, repository, tag] = /^([^/]+)\/(.+):(.+)$/.exec(name)!;
    const client = new RegistryClient(`http://${host}`);
    await client.putContent(repository!, plugin);
    const { mediaType, text } = dockerManifest(plugin);
    await client.putManifest(repository!, tag!, { mediaType, text: text.replace(imageType, pluginType) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
