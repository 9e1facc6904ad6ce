import { existsSync } from "node:fs";
import { Container } from "@cdktf/provider-docker/lib/container";
import { HubImage } from "../../../constructs/image/hub-image";
import { Deployment } from "./deployment";

jest.setTimeout(180_000);

let lab: Deployment;
beforeEach(async () => {
  lab = await Deployment.open();
});
afterEach(() => lab.close());

test("an image that is no engine is told by the last words of its container", async () => {
  lab.declare((stack) => ({ workers: 0, nodeImage: new HubImage(stack, "alpine") }));
  const { errors } = await lab.terraform.apply();
  expect(errors).toMatchObject([
    {
      summary: `no Docker engine answers at container://${lab.container(1)}: its container does not stay up`,
      detail: expect.stringMatching(/this image has no dockerd: take docker:dind.*docker:dind does/s),
    },
  ]);
});

test("a subnet that is in use", async () => {
  await lab.outer.networks.create({ Name: `${lab.prefix}-other`, IPAM: { Config: [{ Subnet: lab.subnet }] } });
  lab.declare({ workers: 0 });
  const { errors } = await lab.terraform.apply();
  expect(errors).toMatchObject([
    {
      summary: `network "${lab.prefix}" cannot have its address: it is in use`,
      detail: expect.stringContaining("Choose another address or subnet"),
    },
  ]);
});

test("a container without CAP_SYS_ADMIN", async () => {
  lab.declare({ workers: 0 }, (_, stack) => {
    for (const element of stack.node.findAll())
      if (element instanceof Container) element.putCapabilities({ add: ["NET_ADMIN"] });
  });
  const { errors } = await lab.terraform.apply();
  expect(errors).toMatchObject([
    {
      summary: expect.stringContaining("its container does not stay up"),
      detail: expect.stringContaining("CAP_SYS_ADMIN is missing: let the container have it (--cap-add SYS_ADMIN)"),
    },
  ]);
});

test("a kernel without ip_vs is warned of, one that has it is not", async () => {
  lab.declare({ workers: 0 });
  const { diagnostics } = await lab.applied();
  const warning = {
    severity: "warning",
    summary: expect.stringContaining("the kernel has no ip_vs"),
    detail: expect.stringContaining("modprobe ip_vs"),
  };
  if (existsSync("/proc/net/ip_vs")) expect(diagnostics).toEqual([]);
  else expect(diagnostics).toMatchObject([warning]);
});

test("an engine that is in another swarm already is left alone", async () => {
  lab.declare({ workers: 0 });
  await lab.applied();
  const { ID } = await lab.node(1).swarm.inspect();
  await lab.node(1).swarm.leave({ force: true });
  await lab.node(1).swarm.init({ ListenAddr: "0.0.0.0:2377" });
  const other = (await lab.node(1).swarm.inspect()).ID;
  expect(other).not.toBe(ID);
  const { errors } = await lab.terraform.apply();
  expect(errors).toMatchObject([
    {
      summary: `container://${lab.container(1)} is a manager of the swarm ${other}, which this configuration did not make`,
      detail: expect.stringContaining("It was left untouched"),
    },
  ]);
  expect((await lab.node(1).swarm.inspect()).ID).toBe(other);
});
