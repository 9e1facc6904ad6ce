import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { synthesized, testStack } from "../scratch";

const page = (name: string) => readFileSync(join(__dirname, "../../../docs", name), "utf8");

interface Node {
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly security_opts?: readonly string[];
  readonly [attribute: string]: unknown;
}

const stack = testStack();
new SwarmCluster(stack, "cluster", { managers: 1, workers: 1 });
const nodes = Object.values(synthesized(stack).resource["docker_container"] as Record<string, Node>).filter(
  ({ name }) => !String(name).endsWith("-registry"),
);

/** What the construct allows its nodes, all of it. */
const allowed = nodes.map(({ capabilities, security_opts }) => [...capabilities!.add!, ...security_opts!]);

/** The first cells of the guide's table. */
const told = (text: string): string[] => {
  const [, table] = /^\| a node is allowed \| because \|\n\|[-|]+\n((?:\|.*\n)+)/m.exec(text)!;
  return [...table!.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, item]) => item!);
};

test("the guide tells each capability and option that a node has, with its reason, and no other", () => {
  expect(nodes).toHaveLength(2);
  for (const list of allowed) expect(told(page("constructs/swarm-cluster.md"))).toEqual(list);
});

test("a node has none of the things that the guide says it lacks", () => {
  for (const node of nodes) {
    for (const attribute of ["privileged", "devices", "cgroupns_mode", "pid_mode", "ipc_mode", "userns_mode", "mounts"])
      expect(node[attribute]).toBeUndefined();
    expect(node["volumes"]).toEqual([expect.objectContaining({ container_path: "/var/lib/docker" })]);
    expect(JSON.stringify(node["volumes"])).not.toContain("host_path");
  }
});

test.each(["stage3.md", "stage3.es.md"])("%s names all that a node is allowed, and what follows", (name) => {
  for (const item of allowed.flat()) expect(page(name)).toContain(`\`${item}\``);
  expect(page(name)).toMatch(/as good as root on this machine|equivale a ser root en esta máquina/);
});
