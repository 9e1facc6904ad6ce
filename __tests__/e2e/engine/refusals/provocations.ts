import { createServer } from "node:net";
import type { ContainerFault, Engine, EngineErrorCode } from "../../../../engine";
import type { RegistryProcess } from "../../provider/resources/image/registry-process";

/** Where a call is provoked that the engine refuses. */
export interface Ground {
  readonly engine: Engine;
  /** Of every name. */
  readonly prefix: string;
  /** A busybox whose command is `sleep 600`. */
  readonly image: string;
  /** On the engine's own machine: `open` has no image, `locked` asks for a password. */
  readonly registries: Readonly<Record<"open" | "locked", RegistryProcess>>;
  /** Makes a container, not started. Its id. */
  container(name: string, body?: object): Promise<string>;
}

/** A call that every engine refuses, and what the refusal has to be taken for. */
export interface Provocation {
  readonly name: string;
  readonly code: EngineErrorCode;
  /** What of a container's request is at fault. @default - it is no container's affair */
  readonly fault?: ContainerFault;
  provoke(ground: Ground): Promise<unknown>;
}

async function started(ground: Ground, name: string, body: object): Promise<unknown> {
  return ground.engine.containers.start(await ground.container(name, body));
}

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

export const provocations: readonly Provocation[] = [
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
  {
    name: "the network of a container that does not run",
    code: "conflict",
    fault: "container-joined",
    provoke: async (ground) => {
      const id = await ground.container("joined");
      await started(ground, "joins", { HostConfig: { NetworkMode: `container:${id}` } });
    },
  },
  {
    name: "the network of a container that there is not",
    code: "dependency-absent",
    fault: "container-absent",
    provoke: (ground) =>
      started(ground, "joins-none", { HostConfig: { NetworkMode: `container:${ground.prefix}-nothing` } }),
  },
  {
    name: "volumes of a container that there is not",
    code: "dependency-absent",
    fault: "container-absent",
    provoke: (ground) =>
      started(ground, "volumes-of-none", { HostConfig: { VolumesFrom: [`${ground.prefix}-nothing`] } }),
  },
  {
    name: "an address on a network that takes none",
    code: "bad-request",
    fault: "address-refused",
    provoke: async (ground) => {
      const name = `${ground.prefix}-free`;
      await ground.engine.networks.create({ Name: name });
      await started(ground, "address", {
        HostConfig: { NetworkMode: name },
        NetworkingConfig: { EndpointsConfig: { [name]: { IPAMConfig: { IPv4Address: "10.231.78.9" } } } },
      });
    },
  },
  {
    name: "a container that runs is removed",
    code: "in-use",
    provoke: async ({ engine, container }) => {
      const id = await container("runs");
      await engine.containers.start(id);
      await engine.containers.remove(id);
    },
  },
  {
    name: "a network in use is removed",
    code: "in-use",
    provoke: async (ground) => {
      const name = `${ground.prefix}-net`;
      await ground.engine.networks.create({ Name: name });
      await started(ground, "on-it", { HostConfig: { NetworkMode: name } });
      await ground.engine.networks.remove(name);
    },
  },
  {
    name: "a volume in use is removed",
    code: "in-use",
    provoke: async ({ engine, container, prefix }) => {
      await container("with-volume", { HostConfig: { Binds: [`${prefix}-data:/data`] } });
      await engine.volumes.remove(`${prefix}-data`);
    },
  },
  {
    name: "an image in use is removed by its id",
    code: "in-use",
    provoke: async ({ engine, container, image }) => {
      await engine.containers.start(await container("of-image"));
      await engine.images.remove((await engine.images.inspect(image)).Id);
    },
  },
  {
    name: "a command in a container that does not run",
    code: "container-stopped",
    provoke: async ({ engine, container }) => engine.exec.run(await container("stopped"), { cmd: ["true"] }),
  },
  {
    name: "a subnet that another network has",
    code: "address-taken",
    provoke: async ({ engine, prefix }) => {
      const body = { IPAM: { Config: [{ Subnet: "10.231.77.0/24" }] } };
      await engine.networks.create({ Name: `${prefix}-first`, ...body });
      await engine.networks.create({ Name: `${prefix}-overlaps`, ...body });
    },
  },
  {
    name: "services without a swarm",
    code: "not-a-swarm-manager",
    provoke: ({ engine }) => engine.services.list(),
  },
  {
    name: "an image that the registry does not have",
    code: "not-found",
    provoke: ({ engine, registries }) => engine.images.pull(`${registries.open.address}/nothing:1`),
  },
  {
    name: "a registry that asks for a password",
    code: "unauthorized",
    provoke: ({ engine, registries }) => engine.images.pull(`${registries.locked.address}/nothing:1`),
  },
  {
    name: "a registry that asks for another password",
    code: "unauthorized",
    provoke: ({ engine, registries: { locked } }) =>
      engine.images.pull(`${locked.address}/nothing:1`, {
        auth: { username: "lab", password: "wrong", serveraddress: locked.address },
      }),
  },
  {
    name: "a push to a registry that asks for a password",
    code: "unauthorized",
    provoke: async ({ engine, image, registries: { locked } }) => {
      const repo = `${locked.address}/pushed`;
      await engine.images.tag(image, { repo, tag: "1" });
      try {
        await engine.images.push(`${repo}:1`);
      } finally {
        await engine.images.remove(`${repo}:1`);
      }
    },
  },
  {
    name: "a registry that nobody answers for",
    code: "registry-unreachable",
    provoke: ({ engine }) => engine.images.pull("127.0.0.1:1/nothing:1"),
  },
  {
    name: "a registry whose name is not known",
    code: "registry-unreachable",
    provoke: ({ engine }) => engine.images.pull("registry.invalid/nothing:1"),
  },
];
