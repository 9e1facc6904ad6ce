import { Deployment } from "./deployment";

jest.setTimeout(400_000);

const three = ["node1 ready reachable", "node2 ready reachable", "node3 ready reachable"];

let lab: Deployment;
beforeAll(async () => {
  lab = await Deployment.open();
  lab.declare({ managers: 3, workers: 0 });
  await lab.applied();
});
afterAll(() => lab?.close());

test("the leader of three managers is killed: the others elect one, and it comes back", async () => {
  await lab.outer.containers.kill(lab.container(1));
  expect(await lab.planned()).toEqual(
    expect.arrayContaining(["update docker_container.cluster_node1", "update docker_swarm_node.cluster_swarm_node1"]),
  );
  await lab.mends();
  expect(await lab.nodes(2)).toEqual(three);
});

test("a manager that lost its data joins again through another", async () => {
  const { ID } = await lab.node(2).swarm.inspect();
  await lab.outer.containers.remove(lab.container(1), { force: true });
  await lab.outer.volumes.remove(lab.container(1));
  expect(await lab.planned()).toEqual(
    expect.arrayContaining([
      "create docker_container.cluster_node1",
      "create docker_volume.cluster_node1_volume",
      "update docker_swarm_node.cluster_swarm_node1",
    ]),
  );
  await lab.mends();
  expect((await lab.node(1).swarm.inspect()).ID).toBe(ID);
  expect(await lab.nodes(2)).toEqual(three);
});

test("a swarm that lost its quorum is not rebuilt unasked: that is an error, until force_new_cluster says so", async () => {
  const { ID } = await lab.node(1).swarm.inspect();
  for (const number of [2, 3]) {
    await lab.outer.containers.remove(lab.container(number), { force: true });
    await lab.outer.volumes.remove(lab.container(number));
  }
  const refused = await lab.terraform.apply();
  expect(refused.code).toBe(1);
  for (const { summary, detail } of refused.errors) {
    // The old leader goes on answering for some seconds; after that no manager does.
    expect(summary).toMatch(/would lose its quorum if node[23] were no manager|none of `managers` is a manager/);
    expect(detail).toMatch(/force_new_cluster = true|--force-new-cluster/);
  }
  lab.declare({ managers: 3, workers: 0, swarm: { forceNewCluster: true } });
  const { diagnostics } = await lab.mends();
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ severity: "warning", summary: "the swarm goes on with one manager alone" }),
  );
  expect((await lab.node(1).swarm.inspect()).ID).toBe(ID);
  expect(await lab.nodes(2)).toEqual(three);
});
