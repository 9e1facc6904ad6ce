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
  nodes = await farm.nodes(2);
  terraform = await terraformWith(provider, "");
});

afterAll(async () => {
  await farm.close();
  terraform?.remove();
  provider?.remove();
});

const configuration = (workerEngine = nodes[1]!.url) => `
resource "docker_swarm" "s" {
  managers = ["${nodes[0]!.url}"]
}
resource "docker_swarm_node" "manager" {
  engine   = "${nodes[0]!.url}"
  managers = docker_swarm.s.managers
  swarm    = docker_swarm.s.id
  role     = "manager"
}
resource "docker_swarm_node" "worker" {
  engine   = "${workerEngine}"
  managers = docker_swarm.s.managers
  swarm    = docker_swarm.s.id
}
data "docker_nodes" "all" {
  managers   = docker_swarm.s.managers
  depends_on = [docker_swarm_node.manager, docker_swarm_node.worker]
}
output "hostnames" {
  value = data.docker_nodes.all.nodes[*].hostname
}
output "table" {
  value = data.docker_nodes.all.table
}
`;

const changed = () => terraform.changes();

test("a swarm and its nodes are made, and a second plan is empty", async () => {
  terraform.write(configuration());
  const { errors, text } = await terraform.apply();
  expect(errors).toEqual([]);
  expect(text).toMatch(/"hostnames":\{[^}]*"value":\["node1","node2"\]/);
  expect(text).toMatch(
    /HOSTNAME +STATUS +AVAILABILITY +MANAGER STATUS +ENGINE VERSION\\n\w+ +node1 +Ready +Active +Leader/,
  );
  expect(await changed()).toEqual([]);
});

const states = () => Object.fromEntries(terraform.state().map(({ address, values }) => [address, values]));

test("both are told alike by a create, a refresh and an import, and the plan after it is empty", async () => {
  const created = states();
  const { errors } = await terraform.apply("-refresh-only");
  expect(errors).toEqual([]);
  expect(states()).toEqual(created);
  terraform.putState([]);
  const [manager, worker] = nodes.map(({ url }) => url) as [string, string];
  for (const [address, id] of [
    ["docker_swarm.s", manager],
    ["docker_swarm_node.manager", manager],
    ["docker_swarm_node.worker", `${worker}|${manager}`],
  ] as const) {
    const { code, text } = await terraform.run("import", address, id);
    if (code !== 0) throw new Error(text);
  }
  expect(await changed()).toEqual([]);
  expect(states()).toEqual(created);
});

test("an engine that is in another swarm is left in it", async () => {
  const [other] = await farm.nodes(1);
  await other!.engine.swarm.init({ ListenAddr: "0.0.0.0:2377" });
  const before = (await other!.engine.swarm.inspect()).ID;
  terraform.write(configuration(other!.url));
  const { errors } = await terraform.apply();
  expect(errors).toMatchObject([
    {
      summary: expect.stringContaining("is in another swarm"),
      detail: expect.stringContaining("It was left untouched"),
    },
  ]);
  expect((await other!.engine.swarm.inspect()).ID).toBe(before);
});

test("a malformed attribute is told with its path before anything is made", async () => {
  terraform.write(`
resource "docker_swarm_node" "n" {
  managers     = ["${nodes[0]!.url}"]
  role         = "boss"
  availability = "sometimes"
}`);
  const { errors } = await terraform.validate();
  const summaries = errors.map(({ summary }) => summary);
  expect(summaries).toEqual(["invalid value for role", "invalid value for availability"]);
});
