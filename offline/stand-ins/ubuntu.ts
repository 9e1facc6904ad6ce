import { layerFrom } from "../build/image";
import { writeRootFilesystem } from "../build/root-filesystem";
import type { StandIn } from "../build/stand-in";

const osRelease = `NAME="stand-in for Ubuntu (docker-stages)"
PRETTY_NAME="stand-in for Ubuntu, made of Debian packages (docker-stages)"
ID=debian
`;

/** A small Debian or Ubuntu, whichever this machine is, with bash and apt-get. */
export const ubuntu: StandIn = {
  name: "ubuntu",
  madeOf: "this machine's distribution, its smallest set of packages with apt",
  files: [__filename],
  config: { Cmd: ["/bin/bash"] },
  layer: (workspace) =>
    layerFrom(workspace.cache, (tar) =>
      writeRootFilesystem(workspace, { variant: "minbase", files: { "/etc/os-release": osRelease } }, tar),
    ),
};
