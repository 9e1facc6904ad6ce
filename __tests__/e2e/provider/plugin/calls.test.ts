import { join } from "node:path";
import { buildThingProvider, type Terraform, terraformWith } from "../harness";
import { eventsIn } from "../thing/events";

jest.setTimeout(120_000);
const provider = buildThingProvider();
let terraform: Terraform;
beforeEach(async () => {
  terraform = await terraformWith(provider, "");
});
afterEach(() => terraform.remove());
afterAll(() => provider.remove());

const thing = (name: string, ...lines: string[]) =>
  `resource "test_thing" "${name}" {\n  name = "${name}"\n  ${lines.join("\n  ")}\n}`;

test("what is wrong in the configuration is shown at its line, all of it at once", async () => {
  terraform.write(`${thing("a", "size = -1")}\n${thing("b", "size = -2")}`);
  const { code, errors } = await terraform.validate();
  expect(code).toBe(1);
  // Terraform asks for both at once; whichever is answered first is shown first.
  const byLine = errors.toSorted((a, b) => (a.detail < b.detail ? -1 : 1));
  expect(byLine).toMatchObject([
    { summary: "invalid value for size", detail: "-1 is negative; say 0 or more", code: "size = -1" },
    { summary: "invalid value for size", detail: "-2 is negative; say 0 or more", code: "size = -2" },
  ]);
});

test("a create that fails leaves what it made, tainted, and the next apply makes it again", async () => {
  terraform.write(thing("a", 'fails = "did not start"'));
  const failed = await terraform.apply();
  expect(failed).toMatchObject({
    code: 1,
    errors: [{ summary: "did not start", detail: "as it was told to", code: 'name = "a"' }],
  });
  expect(terraform.state()).toMatchObject([{ address: "test_thing.a", tainted: true, values: { id: "a" } }]);

  terraform.write(thing("a"));
  expect(await terraform.apply()).toMatchObject({ code: 0, changes: { add: 1, remove: 1 } });
  expect(terraform.state()).toMatchObject([{ address: "test_thing.a", tainted: false }]);
});

test("a bug is told as one; its stack is in the log and nowhere else", async () => {
  terraform.write(thing("a", "bug = true"));
  const { code, errors, text } = await terraform.apply();
  expect(code).toBe(1);
  expect(errors).toMatchObject([
    {
      summary: "this is a bug in the provider",
      detail: expect.stringMatching(/^test_thing: create failed with TypeError: .*TF_LOG=error/),
    },
  ]);
  expect(text).not.toContain("program.js:");
  expect(terraform.state()).toMatchObject([{ tainted: true, values: { id: "a" } }]);

  terraform.env["TF_LOG_PROVIDER"] = "error";
  expect((await terraform.start("apply").ended).stderr).toMatch(/\[ERROR\].*bug in the provider.*provider\.js:/s);
});

test("no secret is in the log, however much is logged", async () => {
  terraform.write(thing("a", 'secret = "s3cr3t-value"'));
  terraform.env["TF_LOG_PROVIDER"] = "trace";
  const { code, stderr } = await terraform.start("apply").ended;
  expect(code).toBe(0);
  expect(stderr).toMatch(/\[DEBUG\] +provider\.terraform-provider-test_v\S+: answered:.*call=ApplyResourceChange/);
  expect(stderr).not.toContain("s3cr3t-value");
});

test("an import is read whole, once", async () => {
  terraform.write(thing("a"));
  const { code, stdout, stderr } = await terraform.start("import", "test_thing.a", "found-by-id").ended;
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
  // Only a read that is told that it follows an import answers with what was found.
  expect(terraform.state()).toMatchObject([{ values: { id: "found-by-id", name: "found-by-id", choice: "found" } }]);
  terraform.write(`resource "test_thing" "a" {\n  name = "found-by-id"\n  choice = "other"\n}`);
  expect(await terraform.apply()).toMatchObject({ code: 0, changes: { change: 1 } });
  expect(await terraform.plan()).toMatchObject([{ actions: ["no-op"], after: { choice: "other" } }]);
});

test("a state of more than 4 MiB goes both ways", async () => {
  const size = 6 * 1024 * 1024;
  terraform.write(thing("a", `payload_size = ${size}`));
  expect(await terraform.apply()).toMatchObject({ code: 0 });
  const payload = terraform.state()[0]?.values["payload"];
  expect(String(payload).length).toBe(size);
  expect(await terraform.plan()).toMatchObject([{ actions: ["no-op"] }]);
  expect(await terraform.destroy()).toMatchObject({ code: 0 });
});

test("two hundred resources are made at the same time", async () => {
  const events = join(terraform.folder, "events");
  // Each create waits until all two hundred are in flight: one after the other they would never end.
  terraform.write(
    `provider "test" {\n  events = "${events}"\n}\nresource "test_thing" "many" {\n  count = 200\n  name  = "thing-\${count.index}"\n  meets = 200\n}`,
  );
  expect(await terraform.apply("-parallelism=200")).toMatchObject({ code: 0, changes: { add: 200 } });
  const told = eventsIn(events);
  expect(told.filter(({ event }) => event === "created")).toHaveLength(200);
  expect(new Set(told.map(({ pid }) => pid)).size).toBe(1);
  expect(await terraform.destroy("-parallelism=200")).toMatchObject({ code: 0, changes: { remove: 200 } });
});
