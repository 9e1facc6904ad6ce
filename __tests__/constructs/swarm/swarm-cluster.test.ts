import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Volume } from "@cdktf/provider-docker/lib/volume";
import { SwarmCluster, type SwarmClusterProps } from "../../../constructs/swarm/swarm-cluster";
import { codeOf, synthesized, testStack } from "../scratch";

function cluster(props: SwarmClusterProps = {}) {
  const stack = testStack();
  const made = new SwarmCluster(stack, "c", props);
  const { resource } = synthesized(stack);
  const all = (type: string) => Object.values(resource[type] ?? {});
  return { made, stack, all, containers: all("docker_container").filter(({ name }) => /node\d+$/.test(String(name))) };
}

test("one manager and two workers, a network with fixed addresses, and a registry cache", () => {
  const { made, all, containers } = cluster();
  expect(containers.map(({ name, hostname }) => [name, hostname])).toEqual([
    ["test-c-node1", "node1"],
    ["test-c-node2", "node2"],
    ["test-c-node3", "node3"],
  ]);
  expect(containers.map((each) => (each["networks_advanced"] as { ipv4_address: string }[])[0]!.ipv4_address)).toEqual([
    "10.213.0.3",
    "10.213.0.4",
    "10.213.0.5",
  ]);
  expect(all("docker_swarm_node").map(({ role, engine }) => [role, engine])).toEqual([
    ["manager", "container://test-c-node1"],
    ["worker", "container://test-c-node2"],
    ["worker", "container://test-c-node3"],
  ]);
  expect(all("docker_swarm")).toMatchObject([{ managers: ["container://test-c-node1"], advertise_addr: "10.213.0.3" }]);
  expect(made.engine).toBe("container://test-c-node1");
  expect(all("docker_image").map(({ name }) => name)).toEqual(["docker:dind", "registry:2"]);
});

test("subnet and the volume of its registry may be the app's context", () => {
  const stack = testStack({ subnet: "10.9.0.0/24", registryVolume: "images" });
  new SwarmCluster(stack, "c");
  const containers = Object.values(synthesized(stack).resource["docker_container"]!);
  expect(containers.find(({ name }) => String(name).endsWith("-registry"))).toMatchObject({
    volumes: [{ volume_name: "images", read_only: true }],
    networks_advanced: [{ ipv4_address: "10.9.0.2" }],
  });
});

test("a node is as little privileged as it can be, comes back by itself, and keeps its data", () => {
  const { containers } = cluster({ workers: 0 });
  expect(containers[0]).toMatchObject({
    capabilities: { add: ["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"] },
    security_opts: ["seccomp=unconfined", "apparmor=unconfined"],
    restart: "unless-stopped",
    volumes: [{ container_path: "/var/lib/docker" }],
  });
  expect(containers[0]).not.toHaveProperty("privileged");
});

test("the entrypoint is the one of images/swarm-node, and Terraform takes nothing in it for its own", () => {
  const { containers } = cluster({ workers: 0 });
  const [{ content, executable, file }] = containers[0]!["upload"] as [
    { content: string; executable: boolean; file: string },
  ];
  const script = readFileSync(join(__dirname, "../../../images/swarm-node/entrypoint"), "utf8");
  expect({ executable, entrypoint: containers[0]!["entrypoint"] }).toEqual({ executable: true, entrypoint: [file] });
  expect(content.replaceAll("$${", "${")).toBe(script);
  expect(content).not.toMatch(/(?<!\$)\$\{/);
});

test("managers come first, and services are deployed to whichever of them answers", () => {
  const { made, all } = cluster({ managers: 3, workers: 1 });
  expect(all("docker_swarm_node").map(({ role }) => role)).toEqual(["manager", "manager", "manager", "worker"]);
  expect(made.engine).toBe("container://test-c-node1,test-c-node2,test-c-node3");
  expect(made.managers).toEqual(["container://test-c-node1", "container://test-c-node2", "container://test-c-node3"]);
});

test("workers start after the first manager, which the swarm waits for, and managers at once", () => {
  const first = expect.stringMatching(/^docker_container\.\w+node1/);
  const { containers } = cluster({ managers: 3, workers: 2 });
  expect(containers.map(({ depends_on: after }) => after)).toEqual([
    ...[undefined, undefined, undefined],
    ...[[first], [first]],
  ]);
});

/** Without the order in which they are started, which is no argument of theirs. */
const argumentsOf = (containers: readonly Record<string, unknown>[]) =>
  containers.map(({ depends_on: _, ...rest }) => rest);

test("more nodes leave those that are there as they are", () => {
  const few = argumentsOf(cluster({ managers: 1, workers: 2 }).containers);
  const many = argumentsOf(cluster({ managers: 3, workers: 4 }).containers);
  expect(many).toHaveLength(7);
  expect(many.slice(0, 3)).toEqual(few);
});

test("ports are the first node's, on this machine's loopback alone", () => {
  const { containers } = cluster({ ports: { 5000: 15_000 } });
  expect(containers.map(({ ports }) => ports)).toEqual([
    [{ internal: 5000, external: 15_000, ip: "127.0.0.1" }],
    [],
    [],
  ]);
});

test.each([
  {
    name: "Docker Hub",
    registry: undefined,
    env: ["REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io"],
    readOnly: false,
  },
  {
    name: "another upstream",
    registry: { upstream: "http://mirror:5000" },
    env: ["REGISTRY_PROXY_REMOTEURL=http://mirror:5000"],
    readOnly: false,
  },
  { name: "a volume", registry: { volume: "images" }, env: [], readOnly: true },
])("the nodes' registry has its images from $name", ({ registry, env, readOnly }) => {
  const { all, containers } = cluster({ registry, workers: 0 });
  const cache = all("docker_container").find(({ name }) => name === "test-c-registry")!;
  expect(cache).toMatchObject({ env, volumes: [{ container_path: "/var/lib/registry", read_only: readOnly }] });
  expect(cache).not.toHaveProperty("ports");
  expect(containers[0]!["command"]).toEqual([
    "--registry-mirror=http://registry:5000",
    "--insecure-registry=http://registry:5000",
  ]);
});

test("without a registry the nodes fetch for themselves", () => {
  const { all, containers } = cluster({ registry: false, workers: 0 });
  expect(all("docker_container")).toHaveLength(1);
  expect(containers[0]!["command"]).toEqual([]);
});

test("limits and labels", () => {
  const { all, containers } = cluster({
    workers: 1,
    memory: 512,
    cpus: 0.5,
    labels: { team: "a" },
    nodeLabels: { node2: { disk: "ssd" } },
  });
  expect(containers).toMatchObject([
    { memory: 512, cpus: "0.5" },
    { memory: 512, cpus: "0.5" },
  ]);
  const team = [{ label: "team", value: "a" }];
  for (const type of ["docker_container", "docker_network", "docker_volume", "docker_swarm"])
    for (const each of all(type)) expect(each["labels"]).toEqual(team);
  expect(all("docker_swarm_node").map(({ labels }) => labels)).toEqual([[], [{ label: "disk", value: "ssd" }]]);
});

test("what is placed on the cluster is made on its engine, once all nodes are ready", () => {
  const stack = testStack();
  const made = new SwarmCluster(stack, "c", { workers: 1 });
  made.place(new Volume(stack, "v"));
  const placed = Object.entries(synthesized(stack).resource["docker_volume"]!).find(([name]) => name === "v")![1];
  expect(placed["engine"]).toBe("container://test-c-node1");
  expect(placed["depends_on"]).toEqual([
    expect.stringMatching(/^docker_swarm_node\.c_swarm_node1/),
    expect.stringMatching(/^docker_swarm_node\.c_swarm_node2/),
  ]);
});

test("an even number of managers is allowed, with a warning", () => {
  const { made } = cluster({ managers: 2, workers: 0 });
  expect(made.node.metadata.map(({ data }) => data)).toEqual([
    expect.stringMatching(/2 managers survive the loss of none; use 3/),
  ]);
});

test.each([
  { name: "no manager", props: { managers: 0 }, code: "cluster-managers" },
  { name: "half a manager", props: { managers: 1.5 }, code: "cluster-managers" },
  { name: "fewer workers than none", props: { workers: -1 }, code: "cluster-workers" },
  { name: "a subnet that is none", props: { subnet: "10.0.0.1/24" }, code: "cluster-subnet" },
  { name: "a subnet that is too small", props: { subnet: "10.0.0.0/29", workers: 4 }, code: "cluster-subnet-small" },
  { name: "a port that is none", props: { ports: { 0: 80 } }, code: "cluster-ports" },
  { name: "too little memory", props: { memory: 16 }, code: "cluster-memory" },
  { name: "no processor", props: { cpus: 0 }, code: "cluster-cpus" },
  { name: "labels of a node that it does not have", props: { nodeLabels: { node9: {} } }, code: "cluster-node-labels" },
])("$name is refused: $code", ({ props, code }) => {
  expect(codeOf(() => cluster(props))).toBe(code);
});

test("a /29 is enough for four nodes", () => {
  expect(codeOf(() => cluster({ subnet: "10.0.0.0/29", workers: 3 }))).toBeUndefined();
});

test("all that is wrong is told at once", () => {
  expect(() => cluster({ managers: 0, subnet: "x", cpus: -1 })).toThrow(/managers.*\n.*subnet.*\n.*cpus/s);
});
