import { Deployment } from "./deployment";

jest.setTimeout(400_000);

let lab: Deployment;
beforeEach(async () => {
  lab = await Deployment.open();
});
afterEach(() => lab.close());

test("the leader of three managers is killed: the others elect one, and it comes back", async () => {
  lab.declare({ managers: 3, workers: 0 });
  await lab.applied();
  await lab.outer.containers.kill(lab.container(1));
  const t = Date.now();
  console.log(await lab.planned(), Date.now() - t);
  await lab.mends();
  console.log(Date.now() - t);
  expect(await lab.nodes(2)).toEqual(["node1 ready reachable", "node2 ready reachable", "node3 ready reachable"]);
});

test("a manager that lost its data joins again through another", async () => {
  lab.declare({ managers: 3, workers: 0 });
  await lab.applied();
  const { ID } = await lab.node(2).swarm.inspect();
  await lab.outer.containers.remove(lab.container(1), { force: true });
  await lab.outer.volumes.remove(lab.container(1));
  const t = Date.now();
  console.log(await lab.planned(), Date.now() - t);
  await lab.mends();
  console.log(Date.now() - t);
  expect((await lab.node(1).swarm.inspect()).ID).toBe(ID);
  expect(await lab.nodes(2)).toEqual(["node1 ready reachable", "node2 ready reachable", "node3 ready reachable"]);
});

test("quorum is not given up silently", async () => {
  lab.declare({ managers: 3, workers: 0 });
  await lab.applied();
  // Two of three are gone for good, which leaves no quorum.
  for (const number of [2, 3]) await lab.outer.containers.kill(lab.container(number));
  const t = Date.now();
  await lab.outer.containers.remove(lab.container(3), { force: true });
  await lab.outer.volumes.remove(lab.container(3));
  await lab.outer.containers.remove(lab.container(2), { force: true });
  await lab.outer.volumes.remove(lab.container(2));
  console.log(await lab.planned(), Date.now() - t);
  const refused = await lab.terraform.apply();
  console.log(
    Date.now() - t,
    refused.errors.map(({ summary, detail, address }) => [address, summary, detail]),
  );
  lab.declare({ managers: 3, workers: 0, swarm: { forceNewCluster: true } });
  await lab.mends();
  console.log(Date.now() - t);
  expect(await lab.nodes(2)).toEqual(["node1 ready reachable", "node2 ready reachable", "node3 ready reachable"]);
});
