import { poll } from "../../../engine/poll";
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

/** What redis, on whichever node it runs, has counted by now. */
async function count(): Promise<number> {
  const filters = { label: ["com.docker.swarm.service.name=counter_redis"] };
  for (const number of [1, 2, 3]) {
    const node = example.engines.at(`container://${example.prefix}counter-swarm-node${number}`);
    const [redis] = await node.containers.list({ filters });
    if (redis) return Number((await node.exec.run(redis.Id, { cmd: ["redis-cli", "get", "count"] })).stdout);
  }
  throw new Error("redis runs on no node");
}

test("what its workers add is counted", async () => {
  const before = await count();
  const signal = AbortSignal.timeout(30_000);
  expect(await poll({ seconds: 30, signal }, async () => ((await count()) > before ? true : undefined))).toBe(true);
});

test("an edit of the file scales in place", async () => {
  await example.edit("docker-stack.yml", "replicas: 2", "replicas: 3");
  expect(await example.deploy("counter")).toMatch(/counter_worker\s+replicated\s+3\/3/);
});

test("destroy leaves nothing", async () => {
  await example.destroy("counter");
  expect(await example.objects()).toEqual([]);
});
