import { Config } from "@cdktf/provider-docker/lib/config";
import { Network } from "@cdktf/provider-docker/lib/network";
import { Secret } from "@cdktf/provider-docker/lib/secret";
import { Service } from "@cdktf/provider-docker/lib/service";
import { Volume } from "@cdktf/provider-docker/lib/volume";
import type { TerraformStack } from "cdktf";
import type { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { Deployment } from "./deployment";

// The container of the sole manager is deleted, and what was deployed in it comes back with its volume.
jest.setTimeout(300_000);

let lab: Deployment;
beforeEach(async () => {
  lab = await Deployment.open();
});
afterEach(() => lab.close());

/** One of each kind that a stack is made of; the service runs nothing, so that no image is needed. */
const deployed = (image: string) => (cluster: SwarmCluster, stack: TerraformStack) => {
  const secret = new Secret(stack, "secret", { name: "kept", data: "c2VjcmV0" });
  const config = new Config(stack, "config", { name: "kept", data: "Y29uZmln" });
  const network = new Network(stack, "network", { name: "kept", driver: "overlay" });
  const volume = new Volume(stack, "volume", { name: "kept" });
  const service = new Service(stack, "service", {
    name: "kept",
    mode: { replicated: { replicas: 0 } },
    taskSpec: {
      containerSpec: {
        image,
        secrets: [{ secretId: secret.id, secretName: secret.name, fileName: "/secret" }],
        configs: [{ configId: config.id, configName: config.name, fileName: "/config" }],
        mounts: [{ type: "volume", source: volume.name, target: "/data" }],
      },
      networksAdvanced: [{ name: network.id }],
    },
  });
  for (const resource of [secret, config, network, volume, service]) cluster.place(resource);
};

const kinds = ["config", "network", "secret", "service", "volume"].map((kind) => `docker_${kind}.${kind}`);
const idsOfKept = () =>
  Object.fromEntries(
    lab.terraform
      .state()
      .filter(({ address }) => kinds.includes(address))
      .map(({ address, values }) => [address, values["id"]]),
  );

test("it is taken back as it is", async () => {
  lab.declare({ workers: 0 }, deployed("alpine"));
  await lab.applied();
  const before = idsOfKept();
  expect(Object.keys(before).sort()).toEqual(kinds);
  await lab.outer.containers.remove(lab.container(1), { force: true });
  expect(await lab.planned()).toEqual(expect.arrayContaining(kinds.map((kind) => `create ${kind}`)));
  await lab.mends();
  expect(idsOfKept()).toEqual(before);
});

test("a service that is asked for in other words by then is made anew", async () => {
  lab.declare({ workers: 0 }, deployed("alpine"));
  await lab.applied();
  const before = idsOfKept();
  await lab.outer.containers.remove(lab.container(1), { force: true });
  lab.declare({ workers: 0 }, deployed("busybox"));
  await lab.mends();
  expect(idsOfKept()).toEqual({
    ...before,
    "docker_service.service": expect.not.stringMatching(before["docker_service.service"] as string),
  });
  const [service] = await lab.node(1).services.list();
  expect(service?.Spec.TaskTemplate?.ContainerSpec?.Image).toBe("busybox:latest");
});

test("what somebody else made in its place since is left alone", async () => {
  lab.declare({ workers: 0 }, deployed("alpine"));
  await lab.applied();
  await lab.node(1).services.remove("kept");
  const { ID } = await lab.node(1).services.create({
    Name: "kept",
    TaskTemplate: { ContainerSpec: { Image: "busybox" } },
    Mode: { Replicated: { Replicas: 0 } },
  });
  await lab.outer.containers.remove(lab.container(1), { force: true });
  const { errors } = await lab.terraform.apply();
  expect(errors.map(({ summary }) => summary)).toEqual([
    'name in use: a service named "kept" exists and was not made by this configuration',
  ]);
  expect((await lab.node(1).services.inspect("kept")).ID).toBe(ID);
});
