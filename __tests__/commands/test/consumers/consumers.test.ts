import { testConsumers } from "../../../../commands/test/consumers";
import { greeting } from "../../../../commands/test/consumers/app";
import { consumers } from "../../../../commands/test/consumers/consumers";
import { hclConsumers } from "../../../../commands/test/consumers/hcl";

const all = [...consumers, ...hclConsumers];

test("each consumer's first file says what is edited, and the package is not among what it names", () => {
  for (const { files, packages } of consumers) {
    expect(Object.values(files)[0]).toContain(greeting.before);
    expect(packages.filter((name) => name.startsWith("docker-stages"))).toEqual([]);
  }
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test("a consumer that is not there is told with those that are, before anything is packed", async () => {
  const run = testConsumers(["tsx", "deno"], { install: false });
  await expect(run).rejects.toMatchObject({
    code: "unknown-name",
    message: expect.stringMatching(/^unknown consumer `deno`: there are /),
  });
  for (const { name } of all) await expect(run).rejects.toThrow(name);
});
