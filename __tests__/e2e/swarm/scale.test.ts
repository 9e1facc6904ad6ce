import { Service } from "@cdktf/provider-docker/lib/service";
import { Deployment } from "./deployment";

jest.setTimeout(400_000);

let lab: Deployment;
beforeAll(async () => {
  lab = await Deployment.open();
});
afterAll(() => lab?.close());

const sizes = [
  { managers: 1, workers: 2, nodes: ["node1 ready reachable", "node2 ready", "node3 ready"] },
  {
    managers: 3,
    workers: 4,
    nodes: [1, 2, 3].map((n) => `node${n} ready reachable`).concat([4, 5, 6, 7].map((n) => `node${n} ready`)),
  },
  { managers: 1, workers: 2, nodes: ["node1 ready reachable", "node2 ready", "node3 ready"] },
];

test.each(sizes)("$managers managers and $workers workers, in place", async ({ managers, workers, nodes }) => {
  lab.declare({ managers, workers });
  const plan = await lab.terraform.plan();
  expect(plan.filter(({ actions }) => actions.includes("delete") && actions.includes("create"))).toEqual([]);
  await lab.mends();
  expect(await lab.nodes()).toEqual(nodes);
});

test("no container is privileged, and no engine listens on a port", async () => {
  const containers = await lab.outer.containers.list({ filters: { name: [lab.prefix] } });
  expect(containers).toHaveLength(3);
  for (const { Id } of containers) {
    const { HostConfig } = await lab.outer.containers.inspect(Id);
    expect({
      privileged: HostConfig.Privileged,
      capabilities: HostConfig.CapAdd?.map((name) => name.replace(/^CAP_/, "")),
    }).toEqual({
      privileged: false,
      capabilities: ["NET_ADMIN", "SYS_ADMIN", "SYS_PTRACE"],
    });
    const { output } = await lab.outer.exec.run(Id, { cmd: ["cat", "/proc/net/tcp", "/proc/net/tcp6"] });
    // Local address and state, in hexadecimal: 0A is listening.
    const ports = [...output.matchAll(/^\s*\d+: \w+:(\w{4}) \w+:\w{4} 0A/gm)].map(([, port]) =>
      Number.parseInt(port!, 16),
    );
    // What is left is the swarm's own: 2377 (managers), 7946 (gossip), and Docker's name server on loopback.
    expect(ports).not.toContain(2375);
    expect(ports).not.toContain(2376);
  }
});

test("a service is deployed with its cluster, and a node that is removed is drained first", async () => {
  const registry = { volume: await offlineVolume() };
  const declare = (workers: number) =>
    lab.declare({ workers, registry }, (cluster, stack) =>
      cluster.place(
        new Service(stack, "sleepers", {
          name: "sleepers",
          mode: { replicated: { replicas: 4 } },
          taskSpec: {
            containerSpec: {
              image: "alpine",
              command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 1 & wait; done"],
            },
          },
        }),
      ),
    );
  declare(3);
  await lab.mends();
  const tasks = async () => {
    const found = await lab.node(1).tasks.list({ filters: { service: ["sleepers"] } });
    return found.map(({ NodeID, Status }) => ({ node: NodeID, state: Status.State }));
  };
  const leaving = lab.id(4);
  expect(new Set((await tasks()).map(({ node }) => node)).size).toBe(4);
  declare(2);
  await lab.mends();
  const left = await tasks();
  expect(left.filter(({ node }) => node === leaving)).toEqual([{ node: leaving, state: "shutdown" }]);
  expect(left.filter(({ state }) => state !== "shutdown")).toHaveLength(4);
});

/** Where Docker Hub cannot be reached, the volume of the offline mirror's images. */
async function offlineVolume(): Promise<string | undefined> {
  return (await lab.outer.volumes.tryInspect("docker-stages-registry"))?.Name;
}

test("destroy leaves nothing", async () => {
  await lab.destroyed();
  expect(await lab.objects()).toEqual([]);
});
