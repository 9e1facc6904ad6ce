import { Example } from "./example";

jest.setTimeout(400_000);

let example: Example;
beforeAll(async () => {
  example = await Example.install("stack-on-a-swarm");
});
afterAll(() => example?.close());

test("it type checks", async () => {
  await example.run("npx", "tsc");
});

test("a swarm of three and the stack on it are one deploy, and a second plan is empty", async () => {
  const printed = await example.deploy("counter");
  expect(printed).toMatch(/counter_redis\s+replicated\s+1\/1/);
  expect(printed).toMatch(/counter_worker\s+replicated\s+2\/2/);
  expect(await example.diff("counter")).toContain("No changes.");
});

test("what its workers add is counted", async () => {
  const node = await example.engines.at(`container://${example.prefix}counter-swarm-node1`).services.list();
  expect(node.map(({ Spec }) => Spec.Name).sort()).toEqual(["counter_redis", "counter_worker"]);
});

test("an edit of the file scales in place", async () => {
  await example.edit("docker-stack.yml", "replicas: 2", "replicas: 3");
  expect(await example.deploy("counter")).toMatch(/counter_worker\s+replicated\s+3\/3/);
});

test("destroy leaves nothing", async () => {
  await example.destroy("counter");
  expect(await example.objects()).toEqual([]);
});
