import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildThingProvider, type Terraform, terraformWith, until } from "../harness";
import { keptIn, spellingsOf } from "../kept";
import { eventsIn } from "../thing/events";

jest.setTimeout(120_000);
const provider = buildThingProvider();
let terraform: Terraform;
beforeEach(async () => {
  terraform = await terraformWith(provider, "");
});
afterEach(() => terraform.remove());
afterAll(() => provider.remove());

const value = "value of one";

test("what is ephemeral is opened for each run, renewed while it is needed, closed, and kept nowhere", async () => {
  const [events, go] = [join(terraform.folder, "events"), join(terraform.folder, "go")];
  terraform.write(`
provider "test" {
  events = "${events}"
}
ephemeral "test_lease" "one" {
  name = "one"
}
resource "test_thing" "a" {
  name      = "a"
  hidden    = ephemeral.test_lease.one.value
  waits_for = "${go}"
}`);
  const applying = terraform.start("apply");
  const told = (event: string) => eventsIn(events).filter((each) => each.event === event).length;
  await until("it was renewed twice", () => told("renewed") >= 2);
  writeFileSync(go, "");
  expect((await applying.ended).code).toBe(0);
  expect(told("opened")).toBeGreaterThan(0);
  expect(told("closed")).toBe(told("opened"));
  expect(terraform.state()).toMatchObject([{ values: { hidden: null, hidden_length: value.length } }]);
  const kept = [...keptIn(terraform.folder)].filter(([, content]) =>
    spellingsOf(value).some((spelling) => content.includes(spelling)),
  );
  expect(kept).toEqual([]);
});
