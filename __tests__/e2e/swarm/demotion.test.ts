import { Deployment } from "./deployment";

jest.setTimeout(300_000);

let lab: Deployment;
beforeAll(async () => {
  lab = await Deployment.open();
});
afterAll(() => lab?.close());

// A manager writes down lazily who is one: killed too soon after the others were demoted, it would wait for their votes.
test("the last manager is killed right after the others were demoted: it leads when it is back", async () => {
  lab.declare({ managers: 3, workers: 0 });
  await lab.applied();
  lab.declare({ managers: 1, workers: 2 });
  await lab.applied();
  await lab.outer.containers.kill(lab.container(1));
  await lab.mends();
  expect(await lab.nodes()).toEqual(["node1 ready reachable", "node2 ready", "node3 ready"]);
});

test("the only manager is not demoted", async () => {
  const [state] = lab.terraform.state().filter(({ address }) => address.includes("swarm_node1"));
  expect(state?.values["role"]).toBe("manager");
  lab.declare({ managers: 1, workers: 2 }, ({ nodes }) => nodes[0]?.addOverride("role", "worker"));
  const { errors } = await lab.terraform.apply();
  expect(errors).toMatchObject([
    {
      summary: expect.stringMatching(/^node1 is the only manager of the swarm \w+, which would be lost without it$/),
      detail: expect.stringContaining("Make another node a manager first"),
    },
  ]);
  expect(await lab.nodes()).toEqual(["node1 ready reachable", "node2 ready", "node3 ready"]);
});
