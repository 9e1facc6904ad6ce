import { join } from "node:path";
import { writeTree } from "../build/archive";
import { busyboxTree, usualApplets } from "../build/busybox";
import { withExtractedPackages } from "../build/extracted-packages";
import { layerFrom } from "../build/image";
import type { StandIn } from "../build/stand-in";
import { usersTree } from "../build/users";

const entrypoint = join(__dirname, "haproxy/entrypoint");

/** A load balancer, run by a user of its own. */
export const haproxy: StandIn = {
  name: "haproxy:2.6-alpine",
  madeOf: "Debian's haproxy and busybox, with an entrypoint of this project",
  files: [__filename, entrypoint],
  config: {
    Entrypoint: ["docker-entrypoint.sh"],
    Cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
    StopSignal: "SIGUSR1",
    User: "haproxy",
    WorkingDir: "/var/lib/haproxy",
  },
  layer: (workspace) =>
    withExtractedPackages(workspace, ["haproxy", "busybox"], async (extracted) => {
      const tree = {
        ...(await extracted.programs("/usr/sbin/haproxy")),
        ...(await busyboxTree(extracted, usualApplets)),
        ...usersTree("haproxy", 99, "/var/lib/haproxy"),
        "/usr/local/etc/haproxy": { folder: true },
        "/var/lib/haproxy": { folder: true, owner: 99 },
        "/usr/local/bin/docker-entrypoint.sh": { file: entrypoint, mode: 0o755 },
      } as const;
      return layerFrom(workspace.cache, (tar) => writeTree(tree, tar));
    }),
};
