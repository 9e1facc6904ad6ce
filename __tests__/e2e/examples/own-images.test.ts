import { Example } from "./example";

jest.setTimeout(400_000);

let example: Example;
beforeAll(async () => {
  example = await Example.install("own-images");
});
afterAll(() => example?.close());

const node = (number: number) => example.engines.at(`container://${example.prefix}greetings-swarm-node${number}`);

/** What the tasks of both services on the three nodes have printed, without repetition. */
async function greetings(): Promise<string[]> {
  const lines = await Promise.all(
    [1, 2, 3].map(async (number) => {
      const running = await node(number).containers.list({ filters: { status: ["running"] } });
      const scripts = running.map(({ Id }) => node(number).exec.run(Id, { cmd: ["grep", "echo", "/greet.sh"] }));
      return (await Promise.all(scripts)).map(({ output }) => output.trim());
    }),
  );
  expect(lines.map(({ length }) => length)).toEqual([2, 2, 2]);
  return [...new Set(lines.flat())];
}

test("it type checks", async () => {
  await example.run("npx", "tsc");
});

test("the image is built and run on every node in one deploy, and a second plan is empty", async () => {
  expect(await example.deploy("greetings")).toMatch(/image = .?images:5000\/greeter:latest@sha256:[0-9a-f]{64}/);
  expect(await greetings()).toEqual(['echo "good morning, $1"']);
  expect(await example.diff("greetings")).toContain("No changes.");
});

test("an edit of what is built updates every service", async () => {
  await example.edit("greeter/greet.sh", "good morning", "good evening");
  await example.deploy("greetings");
  expect(await greetings()).toEqual(['echo "good evening, $1"']);
});

test("destroy leaves nothing", async () => {
  await example.destroy("greetings");
  expect(await example.objects()).toEqual([]);
});
