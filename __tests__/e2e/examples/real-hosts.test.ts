import { Farm, type FarmNode } from "../provider/resources/swarm/farm";
import { Hosts } from "../swarm/hosts";
import { Example } from "./example";

jest.setTimeout(400_000);

/** Machines that find Docker Hub's images where the labs' mirror has them. */
const mirror = "http://registry:5000";
const farm = new Farm(undefined, [`--registry-mirror=${mirror}`, `--insecure-registry=${mirror}`]);
const machines = new Hosts(farm);
let nodes: FarmNode[];
let example: Example;

beforeAll(async () => {
  await farm.open();
  await farm.mirror("registry");
  nodes = await farm.nodes(2);
  const hosts = await Promise.all(nodes.map((node) => machines.admit(node)));
  const env = { HOSTS: hosts.join(" "), DOCKER_SSH_OPTS: machines.options.join(" ") };
  example = await Example.install("real-hosts", () => env);
});
afterAll(async () => {
  await example?.close();
  await farm.close();
  machines.close();
});

test("it type checks", async () => {
  await example.run("npx", "tsc");
});

test("the machines become a swarm with a task on each, and a second plan is empty", async () => {
  const printed = await example.deploy("hosts");
  for (const { name } of nodes) expect(printed).toContain(name.slice(name.lastIndexOf("-") + 1));
  const tasks = await Promise.all(
    nodes.map(({ engine }) =>
      engine.containers.list({ filters: { label: ["com.docker.swarm.service.name=agents_agent"] } }),
    ),
  );
  expect(tasks.map(({ length }) => length)).toEqual([1, 1]);
  expect(await example.diff("hosts")).toContain("No changes.");
});

test("an edit of the file reaches every machine", async () => {
  await example.edit("docker-stack.yml", "86400", "43200");
  await example.deploy("hosts");
  const commands = await Promise.all(
    nodes.map(async ({ engine }) => (await engine.containers.list()).map(({ Command }) => Command)),
  );
  expect(commands.flat()).toEqual([1, 2].map(() => expect.stringContaining("43200")));
});

test("destroy lets the machines leave", async () => {
  await example.destroy("hosts");
  for (const { engine } of nodes) expect((await engine.system.info()).Swarm?.LocalNodeState).toBe("inactive");
});
