import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../harness";
import { Farm, type FarmNode } from "./farm";

jest.setTimeout(180_000);

const farm = new Farm();
let provider: TestProvider;
let terraform: Terraform;
let nodes: FarmNode[];

beforeAll(async () => {
  provider = buildDockerProvider();
  await farm.open();
  nodes = await farm.nodes(3);
  terraform = await terraformWith(provider, "");
}, 180_000);

afterAll(async () => {
  await farm.close();
  terraform?.remove();
  provider?.remove();
});

const configuration = (managers: number, workers: number) => `
locals {
  urls = ${JSON.stringify(nodes.map(({ url }) => url))}
  addresses = ${JSON.stringify(nodes.map(({ address }) => address))}
  managers = slice(local.urls, 0, ${managers})
}
resource "docker_swarm" "s" {
  managers = local.managers
  advertise_addr = local.addresses[0]
  expose_join_tokens = true
}
resource "docker_swarm_node" "n" {
  count = ${managers + workers}
  engine = local.urls[count.index]
  managers = local.managers
  swarm = docker_swarm.s.id
  role = count.index < ${managers} ? "manager" : "worker"
  advertise_addr = local.addresses[count.index]
}
data "docker_nodes" "n" {
  managers = local.managers
  depends_on = [docker_swarm_node.n]
}
output "table" { value = data.docker_nodes.n.table }
`;

test("one", async () => {
  terraform.write(configuration(1, 2));
  let t = Date.now();
  const step = async (name: string, run: () => Promise<{ code?: number; text: string }>) => {
    t = Date.now();
    const outcome = await run();
    console.log(
      name,
      Date.now() - t,
      "ms",
      outcome.code,
      JSON.stringify((outcome as any).diagnostics),
      outcome.text.match(/"table":.*/)?.[0].slice(0, 600),
    );
  };
  await step("apply 1+2", () => terraform.apply());
  const show = async (name: string) => {
    t = Date.now();
    const changes = await terraform.plan();
    console.log(
      name,
      Date.now() - t,
      JSON.stringify(
        changes
          .filter((c) => c.actions[0] !== "no-op")
          .map((c) => [
            c.address,
            c.actions,
            Object.keys(c.after ?? {}).filter((k) => JSON.stringify(c.after![k]) !== JSON.stringify(c.before?.[k])),
          ]),
      ),
    );
  };
  await show("plan");
  terraform.write(configuration(3, 0));
  await show("plan 3+0");
  await step("apply 3+0", () => terraform.apply());
  await show("plan");
  terraform.write(configuration(1, 2));
  await step("apply 1+2", () => terraform.apply());
  await show("plan");
  await step("destroy", () => terraform.destroy());
});
