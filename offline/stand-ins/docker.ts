import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { layerFrom } from "../build/image";
import { writeRootFilesystem } from "../build/root-filesystem";
import type { StandIn } from "../build/stand-in";

const entrypoint = join(__dirname, "../../images/swarm-node/entrypoint");

/** Programs of the packages that no node runs; they are a fifth of the whole. */
const unneeded = ["ctr", "dnet", "containerd-shim", "containerd-shim-runc-v1"];

const path = "/usr/local/bin/swarm-node";

/** An engine in a container, for the nodes of a swarm. */
export const dockerInDocker: StandIn = {
  name: "docker:dind",
  madeOf: "Debian's docker.io, iptables, iproute2, pigz and procps, with this project's entrypoint",
  files: [__filename, entrypoint],
  config: { Entrypoint: [path], Volumes: { "/var/lib/docker": {} } },
  layer: async (workspace) => {
    const files = { [path]: await readFile(entrypoint, "utf8") };
    return layerFrom(workspace.cache, (tar) =>
      writeRootFilesystem(
        workspace,
        {
          variant: "minbase",
          // By pigz an engine unpacks what it pulls, where that is there, as it is in Docker's own image.
          packages: ["docker.io", "iptables", "iproute2", "pigz", "procps", "ca-certificates"],
          before: [
            `mkdir -p "$1/usr/sbin" && printf '#!/bin/sh\\nexit 101\\n' >"$1/usr/sbin/policy-rc.d" && chmod +x "$1/usr/sbin/policy-rc.d"`,
          ],
          files,
          after: [
            `chmod 755 "$1${path}"`,
            `cd "$1/usr/bin" && rm -f ${unneeded.join(" ")}`,
            'rm -rf "$1"/usr/share/zoneinfo "$1"/var/cache/debconf/*-old',
          ],
        },
        tar,
      ),
    );
  },
};
