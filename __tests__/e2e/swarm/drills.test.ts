import { setTimeout as pause } from "node:timers/promises";
import { Deployment } from "./deployment";

// Each drill breaks the cluster in one way; the plan says what it will mend, the next apply mends it, and the one after
// that has nothing to do.
jest.setTimeout(300_000);

let lab: Deployment;
beforeEach(async () => {
  lab = await Deployment.open();
});
afterEach(() => lab.close());

const ready = ["node1 ready reachable", "node2 ready", "node3 ready"];

test("a worker is killed", async () => {
  lab.declare({});
  await lab.applied();
  await lab.outer.containers.kill(lab.container(2));
  expect(await lab.planned()).toEqual([
    "update docker_container.cluster_node2",
    "update docker_swarm_node.cluster_swarm_node2",
  ]);
  await lab.mends();
  expect(await lab.nodes()).toEqual(ready);
});

test("a worker's container is deleted by hand", async () => {
  lab.declare({});
  await lab.applied();
  await lab.outer.containers.remove(lab.container(3), { force: true });
  console.log(await lab.planned());
  await lab.mends();
  expect(await lab.nodes()).toEqual(ready);
});

test("a worker's container and volume are deleted by hand", async () => {
  lab.declare({});
  await lab.applied();
  await lab.outer.containers.remove(lab.container(3), { force: true });
  await lab.outer.volumes.remove(lab.container(3));
  console.log(await lab.planned());
  await lab.mends();
  expect(await lab.nodes()).toEqual(ready);
});

test("a node is removed by hand", async () => {
  lab.declare({});
  await lab.applied();
  const found = await lab.node(1).nodes.list();
  await lab
    .node(1)
    .nodes.remove(found.find(({ Description }) => Description.Hostname === "node2")!.ID, { force: true });
  console.log(await lab.planned());
  await lab.mends();
  expect(await lab.nodes()).toEqual(ready);
});

test("the sole manager is restarted", async () => {
  lab.declare({});
  await lab.applied();
  await lab.outer.containers.restart(lab.container(1));
  console.log(await lab.planned());
  await lab.mends();
  expect(await lab.nodes()).toEqual(ready);
});

test("the sole manager's container is deleted by hand, its volume kept", async () => {
  lab.declare({});
  await lab.applied();
  const { ID } = await lab.node(1).swarm.inspect();
  await lab.outer.containers.remove(lab.container(1), { force: true });
  console.log(await lab.planned());
  const outcome = await lab.applied();
  console.log(outcome.diagnostics.map((d) => [d.severity, d.summary, d.detail]));
  expect(await lab.planned()).toEqual([]);
  expect((await lab.node(1).swarm.inspect()).ID).toBe(ID);
  expect(await lab.nodes()).toEqual(ready);
});

test("the sole manager's container and volume are deleted by hand", async () => {
  lab.declare({});
  await lab.applied();
  await lab.outer.containers.remove(lab.container(1), { force: true });
  await lab.outer.volumes.remove(lab.container(1));
  console.log(await lab.planned());
  await lab.mends();
  expect(await lab.nodes()).toEqual(ready);
});

describe("a node's network is cut", () => {
  test("and stays so: the next apply connects it again", async () => {
    lab.declare({});
    await lab.applied();
    await lab.outer.networks.disconnect(lab.prefix, lab.container(3));
    await lab.untilStatus("node3", "down");
    console.log(await lab.planned());
    await lab.mends();
    expect(await lab.nodes()).toEqual(ready);
  });

  test("and is back: the next apply waits until it is ready", async () => {
    lab.declare({});
    await lab.applied();
    const { NetworkSettings } = await lab.outer.containers.inspect(lab.container(3));
    const address = NetworkSettings.Networks?.[lab.prefix]?.IPAddress ?? "";
    await lab.outer.networks.disconnect(lab.prefix, lab.container(3));
    await lab.untilStatus("node3", "down");
    await lab.outer.networks.connect(lab.prefix, lab.container(3), { IPAMConfig: { IPv4Address: address } });
    console.log(await lab.planned());
    await lab.mends();
    expect(await lab.nodes()).toEqual(ready);
  });
});

test("a deploy is killed halfway, again and again", async () => {
  lab.declare({ managers: 3, workers: 1 });
  for (const moment of [1.2, 2, 2.6, 3.2]) {
    const running = lab.terraform.start("apply");
    await pause(moment * 1000);
    running.killGroup("SIGKILL");
    await running.ended;
  }
  console.log(await lab.planned());
  await lab.mends();
  expect(await lab.nodes()).toEqual([
    "node1 ready reachable",
    "node2 ready reachable",
    "node3 ready reachable",
    "node4 ready",
  ]);
  const { code } = await lab.terraform.destroy();
  expect(code).toBe(0);
  expect(await lab.objects()).toEqual([]);
});
