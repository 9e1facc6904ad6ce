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
  console.log(errors.map(({ address, summary, detail }) => [address, summary, detail]));
});

test("a subnet that is in use", async () => {
  await lab.outer.networks.create({ Name: `${lab.prefix}-other`, IPAM: { Config: [{ Subnet: lab.subnet }] } });
  lab.declare({ workers: 0 });
  const { errors } = await lab.terraform.apply();
  console.log(errors.map(({ address, summary, detail }) => [address, summary, detail]));
});

test("a container without CAP_SYS_ADMIN", async () => {
  lab.declare({ workers: 0 }, (_, stack) => {
    for (const element of stack.node.findAll())
      if (element instanceof Container) element.putCapabilities({ add: ["NET_ADMIN"] });
  });
  const { errors } = await lab.terraform.apply();
  console.log(errors.map(({ address, summary, detail }) => [address, summary, detail]));
});

test("a kernel without ip_vs", async () => {
  lab.declare({ workers: 0 });
  const { diagnostics } = await lab.terraform.apply();
  console.log(diagnostics);
});

test("an engine that is in another swarm already is left alone", async () => {});
