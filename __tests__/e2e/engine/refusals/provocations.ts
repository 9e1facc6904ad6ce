import { containerProvocations } from "./container-provocations";
import { type Provocation, started } from "./provocation";

/** Calls that every engine refuses. */
export const provocations: readonly Provocation[] = [
  ...containerProvocations,
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
    name: "a volume of a driver that there is not",
    code: "dependency-absent",
    provoke: ({ engine, prefix }) => engine.volumes.create({ Name: `${prefix}-driver`, Driver: "nothing" }),
  },
  {
    name: "a network of a driver that there is not",
    code: "dependency-absent",
    provoke: ({ engine, prefix }) => engine.networks.create({ Name: `${prefix}-driver`, Driver: "nothing" }),
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
