import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildThingProvider, type Terraform, terraformWith } from "../harness";

jest.setTimeout(60_000);
const provider = buildThingProvider();
let terraform: Terraform;
beforeAll(async () => {
  terraform = await terraformWith(provider, "");
});
afterAll(() => {
  terraform.remove();
  provider.remove();
});

test("a thing is made, left alone, changed in place, replaced and removed", async () => {
  terraform.write(`resource "test_thing" "a" {\n  name = "a"\n}`);
  expect(await terraform.apply()).toMatchObject({ code: 0, changes: { add: 1, change: 0, remove: 0 } });
  expect(terraform.state()).toMatchObject([
    { address: "test_thing.a", tainted: false, values: { id: "a", size: 1, choice: "chosen" } },
  ]);
  expect(await terraform.plan()).toMatchObject([{ actions: ["no-op"] }]);

  terraform.write(`resource "test_thing" "a" {\n  name = "a"\n  size = 2\n}`);
  expect(await terraform.plan()).toMatchObject([{ actions: ["update"], before: { size: 1 }, after: { size: 2 } }]);
  expect(await terraform.apply()).toMatchObject({ code: 0, changes: { add: 0, change: 1, remove: 0 } });

  terraform.write(`resource "test_thing" "a" {\n  name = "b"\n}`);
  expect(await terraform.plan()).toMatchObject([
    { actions: ["delete", "create"], replacePaths: [["name"]], after: { size: 1 } },
  ]);
  expect(await terraform.apply()).toMatchObject({ code: 0, changes: { add: 1, change: 0, remove: 1 } });

  expect(await terraform.destroy()).toMatchObject({ code: 0, changes: { remove: 1 } });
  expect(terraform.state()).toEqual([]);
});

test("in a project whose modules are ECMAScript's the provider starts all the same", async () => {
  writeFileSync(join(terraform.folder, "package.json"), '{ "type": "module" }');
  terraform.write(`resource "test_thing" "a" {\n  name = "a"\n}`);
  expect(await terraform.apply()).toMatchObject({ code: 0, changes: { add: 1 } });
  expect(await terraform.destroy()).toMatchObject({ code: 0 });
});
