import { randomUUID } from "node:crypto";
import type { Service, Task } from "../../../../engine";
import { progressOf } from "../../../../provider/resources/service/progress";

const template = { ContainerSpec: { Image: "a" } };
const service = (Mode: object, more: object = {}) =>
  ({
    ID: "s",
    Version: {},
    Spec: {
      Name: "web",
      Mode,
      TaskTemplate: { ...template, Runtime: "container", Placement: { Constraints: ["new"] } },
    },
    ...more,
  }) as unknown as Service;
const replicas = (Replicas: number, more: object = {}) => service({ Replicated: { Replicas } }, more);

const task = (Slot: number, state: string, desired = "running", more: object = {}) =>
  ({
    ID: randomUUID(),
    CreatedAt: "",
    Slot,
    Spec: template,
    Status: { State: state },
    DesiredState: desired,
    ...more,
  }) as unknown as Task;
const old = (Slot: number, state: string, desired: string) =>
  task(Slot, state, desired, { Spec: { ContainerSpec: { Image: "old" } } });
const on = (NodeID: string, state: string, desired = "running", more: object = {}) =>
  task(0, state, desired, { NodeID, ...more });
const job = (Slot: number, state: string, desired = "complete", Index = 2) =>
  task(Slot, state, desired, { JobIteration: { Index } });
const jobs = (TotalCompletions: number) =>
  service({ ReplicatedJob: { TotalCompletions } }, { JobStatus: { JobIteration: { Index: 2 } } });

const converged = { kind: "converged" };
const underWay = (there: number, wanted: number) => ({ kind: "under-way", there, wanted });
const over = (ended: number, wanted: number) => ({
  kind: "failed",
  why: `${ended} of ${wanted} ${wanted === 1 ? "task has" : "tasks have"} ended, and the restart policy starts no more`,
});

test.each([
  { name: "no tasks yet", service: replicas(2), tasks: [], progress: underWay(0, 2) },
  { name: "all run", service: replicas(2), tasks: [task(1, "running"), task(2, "running")], progress: converged },
  {
    name: "one starts",
    service: replicas(2),
    tasks: [task(1, "running"), task(2, "starting")],
    progress: underWay(1, 2),
  },
  { name: "none are wanted", service: replicas(0), tasks: [], progress: converged },
  {
    name: "more are still meant to run than wanted",
    service: replicas(1),
    tasks: [task(1, "running"), task(2, "running")],
    progress: underWay(2, 1),
  },
  {
    name: "scaled down, the others on their way out",
    service: replicas(1),
    tasks: [task(1, "running"), task(2, "running", "shutdown"), task(3, "running", "remove")],
    progress: converged,
  },
  {
    name: "the old one still runs",
    service: replicas(1),
    tasks: [old(1, "running", "running"), task(1, "preparing")],
    progress: underWay(0, 1),
  },
  {
    name: "the old one is shut down",
    service: replicas(1),
    tasks: [old(1, "running", "shutdown"), task(1, "running")],
    progress: converged,
  },
  {
    name: "all run, but the update is still watched",
    service: replicas(1, { UpdateStatus: { State: "updating" } }),
    tasks: [task(1, "running")],
    progress: underWay(1, 1),
  },
  {
    name: "the update is complete",
    service: replicas(1, { UpdateStatus: { State: "completed" } }),
    tasks: [task(1, "running")],
    progress: converged,
  },
  {
    name: "the update is paused",
    service: replicas(1, { UpdateStatus: { State: "paused", Message: "task x" } }),
    tasks: [],
    progress: { kind: "failed", why: "the update was paused after a failure: task x" },
  },
  {
    name: "the update is rolled back",
    service: replicas(1, { UpdateStatus: { State: "rollback_completed" } }),
    tasks: [],
    progress: { kind: "failed", why: "the update failed and was rolled back" },
  },
  {
    name: "the update is being rolled back",
    service: replicas(1, { UpdateStatus: { State: "rollback_started", Message: "task x" } }),
    tasks: [task(1, "running")],
    progress: { kind: "rolling-back", why: "the update failed and is being rolled back: task x" },
  },
  {
    name: "it failed, and the swarm has not looked yet",
    service: replicas(1),
    tasks: [task(1, "failed")],
    progress: underWay(0, 1),
  },
  {
    name: "it failed, and another waits for its restart",
    service: replicas(1),
    tasks: [task(1, "failed", "shutdown"), task(1, "ready", "ready")],
    progress: underWay(0, 1),
  },
  {
    name: "it failed, and no other is made",
    service: replicas(1),
    tasks: [task(1, "failed", "shutdown")],
    progress: over(1, 1),
  },
  {
    name: "one of two failed for good",
    service: replicas(2),
    tasks: [task(1, "running"), task(2, "complete", "shutdown")],
    progress: over(1, 2),
  },
  {
    name: "an old one failed for good, the new ones are not made yet",
    service: replicas(1),
    tasks: [old(1, "failed", "shutdown")],
    progress: underWay(0, 1),
  },
  {
    name: "global, on each node",
    service: service({ Global: {} }),
    tasks: [on("a", "running"), on("b", "running")],
    progress: converged,
  },
  {
    name: "global, one node behind",
    service: service({ Global: {} }),
    tasks: [on("a", "running"), on("b", "preparing")],
    progress: underWay(1, 2),
  },
  {
    name: "global, failed for good on one node",
    service: service({ Global: {} }),
    tasks: [on("a", "running"), on("b", "failed", "shutdown")],
    progress: over(1, 2),
  },
  {
    name: "a job under way",
    service: jobs(2),
    tasks: [job(1, "complete"), job(2, "running")],
    progress: underWay(1, 2),
  },
  { name: "a job done", service: jobs(2), tasks: [job(1, "complete"), job(2, "complete")], progress: converged },
  {
    name: "a job whose run before this one was done",
    service: jobs(1),
    tasks: [job(1, "complete", "complete", 1)],
    progress: underWay(0, 1),
  },
  {
    name: "a job that failed, and the swarm has not looked yet",
    service: jobs(1),
    tasks: [job(1, "failed")],
    progress: underWay(0, 1),
  },
  { name: "a job that failed for good", service: jobs(1), tasks: [job(1, "failed", "shutdown")], progress: over(1, 1) },
  {
    name: "a global job done",
    service: service({ GlobalJob: {} }),
    tasks: [on("a", "complete", "complete"), on("b", "complete", "complete")],
    progress: converged,
  },
  {
    name: "a global job under way",
    service: service({ GlobalJob: {} }),
    tasks: [on("a", "complete", "complete"), on("b", "running", "complete")],
    progress: underWay(1, 2),
  },
])("$name", ({ service: found, tasks, progress }) => {
  expect(progressOf(found, tasks)).toEqual(progress);
});
