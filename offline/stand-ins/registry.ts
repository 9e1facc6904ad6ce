import { join } from "node:path";
import { unpackedPackage } from "../build/apt";
import { writeTree } from "../build/archive";
import { layerFrom } from "../build/image";
import { programTree } from "../build/program";
import type { StandIn } from "../build/stand-in";

const data = "/var/lib/registry";

/** nobody: a registry needs no rights but those on its data. */
const user = 65534;

const configuration = `version: 0.1
log: { accesslog: { disabled: true }, level: warn }
storage: { filesystem: { rootdirectory: ${data} }, delete: { enabled: true }, cache: { blobdescriptor: inmemory } }
http: { addr: ":5000", headers: { X-Content-Type-Options: [nosniff] } }
`;

/** A registry that images are pushed to and pulled from. */
export const registry: StandIn = {
  name: "registry:2",
  madeOf: "Debian's docker-registry",
  files: [__filename],
  config: {
    Entrypoint: ["/bin/registry"],
    Cmd: ["serve", "/etc/docker/registry/config.yml"],
    ExposedPorts: { "5000/tcp": {} },
    Volumes: { [data]: {} },
    User: `${user}:${user}`,
  },
  layer: async (workspace) => {
    const unpacked = await unpackedPackage(workspace.cache, "docker-registry");
    const program = await programTree(join(unpacked, "usr/bin/docker-registry"), "/bin/registry");
    return layerFrom(workspace.cache, (tar) =>
      writeTree(
        {
          ...program,
          "/etc/docker/registry/config.yml": { text: configuration },
          [data]: { folder: true, owner: user },
        },
        tar,
      ),
    );
  },
};
