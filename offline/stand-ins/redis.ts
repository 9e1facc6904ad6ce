import { join } from "node:path";
import { writeTree } from "../build/archive";
import { busyboxTree, usualApplets } from "../build/busybox";
import { withExtractedPackages } from "../build/extracted-packages";
import { layerFrom } from "../build/image";
import type { StandIn } from "../build/stand-in";
import { usersTree } from "../build/users";

const entrypoint = join(__dirname, "redis/entrypoint");

/** A Redis server and its clients. */
export const redis: StandIn = {
  name: "redis:alpine",
  madeOf: "Debian's redis-server, redis-tools, setpriv and busybox, with an entrypoint of this project",
  files: [__filename, entrypoint],
  config: {
    Entrypoint: ["docker-entrypoint.sh"],
    Cmd: ["redis-server"],
    ExposedPorts: { "6379/tcp": {} },
    Volumes: { "/data": {} },
    WorkingDir: "/data",
  },
  layer: (workspace) =>
    withExtractedPackages(workspace, ["redis-server", "redis-tools", "util-linux", "busybox"], async (extracted) => {
      const tree = {
        ...(await extracted.programs(
          "/usr/bin/redis-server",
          "/usr/bin/redis-cli",
          "/usr/bin/redis-benchmark",
          "/usr/bin/setpriv",
        )),
        ...(await busyboxTree(extracted, usualApplets)),
        ...usersTree("redis", 999, "/data"),
        "/data": { folder: true, owner: 999 },
        "/usr/local/bin/docker-entrypoint.sh": { file: entrypoint, mode: 0o755 },
      } as const;
      return layerFrom(workspace.cache, (tar) => writeTree(tree, tar));
    }),
};
