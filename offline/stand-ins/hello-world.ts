import { join } from "node:path";
import { unpackedPackage } from "../build/apt";
import { writeTree } from "../build/archive";
import { layerFrom } from "../build/image";
import type { StandIn } from "../build/stand-in";

const greeting = `
Hello from Docker!
This message shows that your installation appears to be working correctly.

What happened to bring it here:
 1. The client asked the Docker engine to run a container of the image "hello-world".
 2. The engine did not have that image, so it pulled it from its registry. On this machine
    that is a mirror on loopback which serves stand-ins: Docker Hub cannot be reached.
 3. The engine created a container from the image and started the program in it,
    which wrote these lines.
 4. The engine kept what it wrote as the container's log, where you read it now.
`;

/** One program that prints a greeting: whatever an engine makes of an index of platforms can be seen on it. */
export const helloWorld: StandIn = {
  name: "hello-world",
  madeOf: "Debian's busybox-static and a greeting of this project",
  files: [__filename],
  config: { Cmd: ["/hello"] },
  architectures: ["amd64", "arm64"],
  layer: async (workspace) => {
    const busybox = join(await unpackedPackage(workspace.cache, "busybox-static"), "bin/busybox");
    return layerFrom(workspace.cache, (tar) =>
      writeTree(
        {
          "/bin/busybox": { file: busybox },
          "/bin/sh": { link: "busybox" },
          "/hello": { text: `#!/bin/sh\ncat <<'END'${greeting}\nEND\n`, mode: 0o755 },
        },
        tar,
      ),
    );
  },
};
