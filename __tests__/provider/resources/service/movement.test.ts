import type { Service, Task } from "../../../../engine";
import { Movement, plannedPause } from "../../../../provider/resources/service/movement";

const spec = (more: object = {}) => ({ ContainerSpec: { Image: "a", ...more } });
const service = (check?: object, more: object = {}) =>
  ({ Spec: { TaskTemplate: spec({ Healthcheck: check }) }, ...more }) as unknown as Service;
const task = (ID: string, state: string, more: object = {}) =>
  ({ ID, Slot: 1, Status: { State: state }, DesiredState: "running", Spec: spec(), ...more }) as unknown as Task;

/** Seconds without movement at the end, of one look a second. */
function still(states: readonly (readonly Task[])[], seen: (second: number) => Service = () => service()): number {
  const movement = new Movement(0);
  for (const [second, tasks] of states.entries()) movement.see(seen(second), tasks, second * 1000);
  return movement.stillFor((states.length - 1) * 1000);
}

const a = (state: string) => [task("a", state)];

test.each([
  { name: "no task at all", looks: [[], [], []], seconds: 2 },
  { name: "a task that gets further each second", looks: ["new", "assigned", "starting"].map(a), seconds: 0 },
  { name: "a task that no node takes", looks: ["pending", "pending", "pending"].map(a), seconds: 2 },
  { name: "a task whose image is pulled", looks: ["preparing", "preparing", "preparing"].map(a), seconds: 0 },
  { name: "a container that starts", looks: ["starting", "starting", "starting"].map(a), seconds: 0 },
  { name: "a task that runs on", looks: ["running", "running", "running"].map(a), seconds: 2 },
  { name: "another slot that gets on", looks: [a("running"), [task("b", "assigned", { Slot: 2 })]], seconds: 0 },
  {
    name: "a task that fails and comes again",
    looks: [a("preparing"), a("rejected"), [task("a", "rejected"), task("b", "preparing")]],
    seconds: 2,
  },
  {
    name: "a task that comes again and gets further than the one before",
    looks: [a("preparing"), a("rejected"), [task("a", "rejected"), task("b", "starting")]],
    seconds: 0,
  },
  {
    name: "a run of a job after another",
    looks: [a("running"), a("running"), [task("b", "running", { JobIteration: { Index: 1 } })]],
    seconds: 0,
  },
  {
    name: "a task of an earlier specification",
    looks: [[], [], [task("a", "running", { Spec: { ContainerSpec: { Image: "old" } } })]],
    seconds: 2,
  },
])("$name: $seconds s without movement", ({ looks, seconds }) => {
  expect(still(looks)).toBe(seconds);
});

test.each([
  { name: "has no start period", check: { Test: ["CMD", "true"] }, seconds: 3 },
  { name: "is in its start period", check: { Test: ["CMD", "true"], StartPeriod: 10e9 }, seconds: 0 },
  { name: "is past its start period", check: { Test: ["CMD", "true"], StartPeriod: 2e9 }, seconds: 2 },
  { name: "is disabled", check: { Test: ["NONE"] }, seconds: 0 },
])("a task that starts and whose health check $name: $seconds s without movement", ({ check, seconds }) => {
  const starting = [task("a", "starting", { Spec: spec({ Healthcheck: check }) })];
  expect(still([starting, starting, starting, starting], () => service(check))).toBe(seconds);
});

test("the way back of an update is a way of its own", () => {
  const back = service(undefined, { UpdateStatus: { State: "rollback_started" } });
  expect(still([a("running"), a("running"), a("running")], (second) => (second < 2 ? service() : back))).toBe(0);
});

const config = { Delay: 60e9, Monitor: 10e9 };
const updating = (State: string) => ({
  Spec: { UpdateConfig: config, RollbackConfig: { Delay: 1e9 } },
  UpdateStatus: { State },
});
const stopping = [task("a", "running", { DesiredState: "shutdown", Spec: spec({ StopGracePeriod: 300e9 }) })];

test.each([
  { name: "nothing that is updated", service: { Spec: { UpdateConfig: config } }, tasks: [], seconds: 0 },
  { name: "an update", service: updating("updating"), tasks: [], seconds: 130 },
  {
    name: "a way back, watched as long as the swarm does by itself",
    service: updating("rollback_started"),
    tasks: [],
    seconds: 7,
  },
  { name: "a task that has its grace period to stop", service: { Spec: {} }, tasks: stopping, seconds: 300 },
])("$name is given a pause of $seconds s", ({ service: found, tasks, seconds }) => {
  expect(plannedPause(found as unknown as Service, tasks)).toBe(seconds);
});
