import { createServer } from "node:net";
import { Readable } from "node:stream";
import { pack } from "tar-stream";
import { type Provocation, started } from "./provocation";

/** Holds a port of the engine's machine meanwhile, as a process that is no container. */
async function withPort<T>(host: string, run: (port: string) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  try {
    return await run(String((server.address() as { port: number }).port));
  } finally {
    server.close();
  }
}

const publishing = (HostIp: string, HostPort: string) => ({
  ExposedPorts: { "80/tcp": {} },
  HostConfig: { PortBindings: { "80/tcp": [{ HostIp, HostPort }] } },
});

/** What a container is asked for that it cannot have. */
export const containerProvocations: readonly Provocation[] = [
  {
    name: "a program that is not on the PATH",
    code: "command-not-found",
    fault: "command",
    provoke: (ground) => started(ground, "path", { Cmd: ["figlet"] }),
  },
  {
    name: "a program that is not at its path",
    code: "command-not-found",
    fault: "command",
    provoke: (ground) => started(ground, "absolute", { Cmd: ["/no/such"] }),
  },
  {
    name: "a folder as program",
    code: "command-not-found",
    fault: "command",
    provoke: (ground) => started(ground, "folder", { Cmd: ["/bin"] }),
  },
  {
    name: "a file that cannot be executed",
    code: "command-not-found",
    fault: "command",
    provoke: (ground) => started(ground, "file", { Cmd: ["/text"] }),
  },
  {
    name: "a port that a container has",
    code: "port-taken",
    fault: "port-taken",
    provoke: async (ground) => {
      const id = await ground.container("holder", publishing("127.0.0.1", ""));
      await ground.engine.containers.start(id);
      const { NetworkSettings } = await ground.engine.containers.inspect(id);
      const ports = NetworkSettings.Ports as Record<string, { HostPort: string }[]>;
      await started(ground, "second", publishing("127.0.0.1", ports["80/tcp"]![0]!.HostPort));
    },
  },
  {
    name: "a port that a process has",
    code: "port-taken",
    fault: "port-taken",
    provoke: (ground) => withPort("127.0.0.1", (port) => started(ground, "process", publishing("127.0.0.1", port))),
  },
  {
    name: "a port of all addresses that a process has",
    code: "port-taken",
    fault: "port-taken",
    provoke: (ground) => withPort("0.0.0.0", (port) => started(ground, "everywhere", publishing("0.0.0.0", port))),
  },
  {
    name: "a name that a container has",
    code: "name-taken",
    provoke: async (ground) => {
      await ground.container("twice");
      await ground.container("twice");
    },
  },
  {
    name: "an image that is not there",
    code: "dependency-absent",
    fault: "image-absent",
    provoke: (ground) => ground.container("imageless", { Image: `${ground.prefix}/nothing:1` }),
  },
  {
    name: "a network that is not there",
    code: "dependency-absent",
    fault: "network-absent",
    provoke: (ground) => started(ground, "networkless", { HostConfig: { NetworkMode: `${ground.prefix}-nothing` } }),
  },
  {
    name: "a user that the image does not have",
    code: "server-error",
    fault: "user",
    provoke: (ground) => started(ground, "user", { User: "nobody-here" }),
  },
  {
    name: "a folder of the host that is not there",
    code: "bad-request",
    fault: "mount-source",
    provoke: (ground) =>
      ground.container("bind", { HostConfig: { Mounts: [{ Type: "bind", Source: "/no/such", Target: "/x" }] } }),
  },
  {
    name: "a capability that there is not",
    code: "bad-request",
    fault: "capabilities",
    provoke: (ground) => ground.container("capability", { HostConfig: { CapAdd: ["NOTHING"] } }),
  },
  {
    name: "a folder to run in that is a file",
    code: "server-error",
    fault: "working-directory",
    provoke: (ground) => started(ground, "working-dir", { WorkingDir: "/text" }),
  },
  {
    name: "a receiver of logs that nobody answers for",
    code: "server-error",
    fault: "log-destination",
    provoke: (ground) =>
      started(ground, "log", {
        HostConfig: { LogConfig: { Type: "fluentd", Config: { "fluentd-address": "127.0.0.1:1" } } },
      }),
  },
  {
    name: "a file in the place of a folder",
    code: "server-error",
    fault: "upload-over-folder",
    provoke: async (ground) => {
      const archive = pack();
      archive.entry({ name: "bin" }, "text");
      archive.finalize();
      const id = await ground.container("over");
      await ground.engine.containers.putArchive(id, "/", Readable.from(archive), { noOverwriteDirNonDir: true });
    },
  },
  {
    name: "a kernel parameter that is not of a namespace",
    code: "server-error",
    fault: "sysctls",
    provoke: (ground) => started(ground, "sysctl", { HostConfig: { Sysctls: { "vm.swappiness": "1" } } }),
  },
  {
    name: "a runtime that there is not",
    code: "bad-request",
    fault: "runtime",
    provoke: (ground) => started(ground, "runtime", { HostConfig: { Runtime: "nothing" } }),
  },
  {
    name: "a log driver that there is not",
    code: "bad-request",
    fault: "log-driver",
    provoke: (ground) => started(ground, "driver", { HostConfig: { LogConfig: { Type: "nothing" } } }),
  },
  {
    name: "a device that the host does not have",
    code: "server-error",
    fault: "device",
    provoke: (ground) =>
      started(ground, "device", {
        HostConfig: {
          Devices: [{ PathOnHost: "/dev/nothing", PathInContainer: "/dev/nothing", CgroupPermissions: "r" }],
        },
      }),
  },
  {
    name: "GPUs without a driver",
    code: "server-error",
    fault: "gpus",
    provoke: (ground) =>
      started(ground, "gpus", { HostConfig: { DeviceRequests: [{ Count: -1, Capabilities: [["gpu"]] }] } }),
  },
  {
    name: "CPUs that the host does not have",
    code: "bad-request",
    fault: "cpu-set",
    provoke: (ground) => started(ground, "cpuset", { HostConfig: { CpusetCpus: "4000" } }),
  },
  {
    name: "more CPU than the host has",
    code: "bad-request",
    fault: "cpus",
    provoke: (ground) => started(ground, "cpus", { HostConfig: { NanoCpus: 4_000_000_000_000 } }),
  },
  {
    name: "less memory than a container needs",
    code: "bad-request",
    fault: "memory",
    provoke: (ground) => started(ground, "memory", { HostConfig: { Memory: 1024 } }),
  },
  {
    name: "two mounts on one path",
    code: "bad-request",
    fault: "mount-twice",
    provoke: (ground) =>
      started(ground, "mounts", {
        HostConfig: {
          Mounts: [
            { Type: "tmpfs", Target: "/x" },
            { Type: "tmpfs", Target: "/x" },
          ],
        },
      }),
  },
];
