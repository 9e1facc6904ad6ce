import { TerraformStack } from "cdktf";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { Farm, type FarmNode } from "../provider/resources/swarm/farm";
import { Deployment } from "./deployment";
import { Hosts } from "./hosts";

jest.setTimeout(240_000);

const farm = new Farm();
const machines = new Hosts(farm);
let lab: Deployment;
let nodes: FarmNode[];
let hosts: string[];

beforeAll(async () => {
  lab = await Deployment.open();
  await farm.open();
  nodes = await farm.nodes(3);
  hosts = await Promise.all(nodes.map((node) => machines.admit(node)));
}, 240_000);
afterAll(async () => {
  await lab?.close();
  await farm.close();
  machines.close();
});

const declare = (count: number, managers: number) =>
  lab.write((scope) => {
    const stack = new TerraformStack(scope, "machines");
    new DockerEngine(stack, "docker", { sshOpts: machines.options });
    SwarmCluster.fromHosts(stack, "cluster", { hosts: hosts.slice(0, count), managers });
    return stack;
  });

const seen = async () =>
  (await nodes[0]!.engine.nodes.list())
    .map(({ Description, Status, Spec }) => `${Description.Hostname} ${Status.State} ${Spec.Role}`)
    .sort();

test("machines that are reached by ssh become a swarm", async () => {
  declare(3, 1);
  await lab.mends();
  expect(await seen()).toEqual(["node1 ready manager", "node2 ready worker", "node3 ready worker"]);
});

test("they are promoted, and one leaves, in place", async () => {
  declare(2, 2);
  const before = (await nodes[1]!.engine.system.info()).Swarm?.NodeID;
  await lab.mends();
  expect(await seen()).toEqual(["node1 ready manager", "node2 ready manager"]);
  expect((await nodes[1]!.engine.system.info()).Swarm?.NodeID).toBe(before);
  expect((await nodes[2]!.engine.system.info()).Swarm?.LocalNodeState).toBe("inactive");
});

test("destroy lets every machine leave, and ends the swarm", async () => {
  await lab.destroyed();
  for (const { engine } of nodes) expect((await engine.system.info()).Swarm?.LocalNodeState).toBe("inactive");
});
