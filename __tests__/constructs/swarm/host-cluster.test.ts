import type { HostClusterProps } from "../../../constructs/swarm/host-cluster";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { codeOf, synthesized, testStack } from "../scratch";

function machines(props: HostClusterProps) {
  const stack = testStack();
  const made = SwarmCluster.fromHosts(stack, "c", props);
  return { made, resource: synthesized(stack).resource };
}

test("machines become nodes in their order, the first of them managers", () => {
  const { made, resource } = machines({
    hosts: ["ssh://one", "ssh://root@two", "tcp://three:2376"],
    managers: 2,
    advertise: { "ssh://one": "eth1" },
    nodeLabels: { "tcp://three:2376": { disk: "ssd" } },
  });
  expect(made.engine).toBe("ssh://one");
  expect(Object.values(resource["docker_swarm"]!)).toMatchObject([
    { managers: ["ssh://one", "ssh://root@two"], advertise_addr: "eth1" },
  ]);
  expect(Object.values(resource["docker_swarm_node"]!)).toMatchObject([
    { engine: "ssh://one", role: "manager", advertise_addr: "eth1", labels: [] },
    { engine: "ssh://root@two", role: "manager", labels: [] },
    { engine: "tcp://three:2376", role: "worker", labels: [{ label: "disk", value: "ssd" }] },
  ]);
  expect(resource).not.toHaveProperty("docker_container");
});

test.each([
  { name: "no machine", props: { hosts: [] }, code: "hosts-none" },
  { name: "a host without a scheme", props: { hosts: ["one"] }, code: "hosts-address" },
  { name: "a machine twice", props: { hosts: ["ssh://one", "ssh://one"] }, code: "hosts-twice" },
  { name: "more managers than machines", props: { hosts: ["ssh://one"], managers: 2 }, code: "hosts-managers" },
])("$name is refused: $code", ({ props, code }) => {
  expect(codeOf(() => machines(props))).toBe(code);
});
