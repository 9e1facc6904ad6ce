import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildThingProvider, isAlive, type Running, type Terraform, terraformWith, until } from "../harness";
import { eventsIn, type ThingEvent } from "../thing/events";

jest.setTimeout(120_000);
const provider = buildThingProvider();
let terraform: Terraform;
let events: string;
beforeEach(async () => {
  terraform = await terraformWith(provider, "");
  events = join(terraform.folder, "events");
});
afterEach(() => terraform.remove());
afterAll(() => provider.remove());

const configuration = (...lines: string[]) =>
  `provider "test" {\n  events = "${events}"\n}\nresource "test_thing" "a" {\n  name = "a"\n  ${lines.join("\n  ")}\n}`;
const seen = (event: ThingEvent["event"]) => eventsIn(events).find((told) => told.event === event);
const tainted = { address: "test_thing.a", tainted: true, values: { id: "a" } };

/** An apply that is in the middle of making the thing, and the process of the provider that makes it. */
async function midCreate(): Promise<{ apply: Running; pid: number }> {
  terraform.write(configuration('waits_for = "/never"'));
  const apply = terraform.start("apply");
  const { pid } = await until("create has begun", () => seen("creating"));
  return { apply, pid };
}

async function expectConvergence(changes: object): Promise<void> {
  terraform.write(configuration());
  const applied = await terraform.apply();
  expect(applied.errors).toEqual([]);
  expect(applied).toMatchObject({ code: 0, changes });
  expect(terraform.state()).toMatchObject([{ address: "test_thing.a", tainted: false }]);
  expect(await terraform.plan()).toMatchObject([{ actions: ["no-op"] }]);
}

test("Ctrl-C stops a create, and what it made is in state", async () => {
  const { apply, pid } = await midCreate();
  apply.killGroup("SIGINT");
  const { code, stdout } = await apply.ended;
  expect(code).toBe(1);
  expect(stdout).toContain("stopped: Terraform was interrupted");
  expect(seen("aborted")).toMatchObject({ pid });
  expect(terraform.state()).toMatchObject([tainted]);
  await until("the provider has ended", () => !isAlive(pid));
  await expectConvergence({ add: 1, remove: 1 });
});

test("SIGTERM to the group does the same", async () => {
  const { apply, pid } = await midCreate();
  apply.killGroup("SIGTERM");
  expect(await apply.ended).toMatchObject({ code: 1 });
  expect(seen("aborted")).toMatchObject({ pid });
  expect(terraform.state()).toMatchObject([tainted]);
  await until("the provider has ended", () => !isAlive(pid));
});

test("SIGTERM to the provider alone stops the create; Terraform is told, and ends it", async () => {
  const { apply, pid } = await midCreate();
  process.kill(pid, "SIGTERM");
  const { code, stdout } = await apply.ended;
  expect(code).toBe(1);
  expect(stdout).toContain("stopped: the provider received SIGTERM");
  expect(terraform.state()).toMatchObject([tainted]);
  await until("the provider has ended", () => !isAlive(pid));
  await expectConvergence({ add: 1, remove: 1 });
});

const gone = [
  { name: "a Terraform that is killed", kill: (apply: Running) => apply.kill("SIGKILL") },
  { name: "a terminal that is closed", kill: (apply: Running) => apply.killGroup("SIGHUP") },
];
test.each(gone)("$name leaves no provider behind: it aborts the create and ends", async ({ kill }) => {
  // So much is logged that the provider writes to a pipe that nobody reads any more.
  terraform.env["TF_LOG_PROVIDER"] = "trace";
  const { apply, pid } = await midCreate();
  kill(apply);
  const { signal } = await apply.ended;
  expect(signal).not.toBeUndefined();
  await until("the create was aborted", () => seen("aborted"), 5_000);
  await until("the provider has ended", () => !isAlive(pid), 5_000);
  await expectConvergence({ add: 1, remove: 0 });
});

test("a provider that is killed is reported by Terraform, and the next apply goes through", async () => {
  const { apply, pid } = await midCreate();
  process.kill(pid, "SIGKILL");
  const { code, stdout } = await apply.ended;
  expect(code).toBe(1);
  expect(stdout).toContain("Plugin did not respond");
  await expectConvergence({ add: 1, remove: 0 });
});

test("not even a kill leaves a socket or its folder", async () => {
  const sockets = join(terraform.folder, "tmp");
  mkdirSync(sockets);
  terraform.env["TMPDIR"] = sockets;
  const { apply, pid } = await midCreate();
  expect(readdirSync(sockets)).toEqual([]);
  process.kill(pid, "SIGKILL");
  await apply.ended;
  expect(readdirSync(sockets)).toEqual([]);
});
