import { serviceTable, stacksOf, taskTable } from "../../../commands/status/stacks";
import { plainTable } from "../../../commands/status/table";
import { Engine, type Service, type Task } from "../../../engine";

const now = new Date("2026-01-02T00:00:00Z");
const service = (ID: string, Name: string, Mode: object, RunningTasks: number, DesiredTasks: number) =>
  ({
    ID,
    Spec: { Name, Mode, TaskTemplate: { ContainerSpec: { Image: "redis:alpine@sha256:1" } } },
    ServiceStatus: { RunningTasks, DesiredTasks },
    Endpoint: { Ports: Name === "app_vote" ? [{ PublishedPort: 5000, TargetPort: 80 }] : undefined },
  }) as unknown as Service;
const task = (ServiceID: string, Slot: number, NodeID: string, State: string, Err?: string) =>
  ({
    ID: `${ServiceID}t${Slot}`,
    ServiceID,
    Slot,
    NodeID,
    Status: { State, Err, Timestamp: "2026-01-01T23:59:00Z" },
  }) as unknown as Task;

const services = [
  service("2", "app_vote", { Replicated: { Replicas: 2 } }, 1, 2),
  service("1", "app_edge", { Global: {} }, 3, 3),
];

test("services stand by name, with how many of their tasks run", () => {
  expect(plainTable(serviceTable(services), now)).toBe(
    [
      "ID   SERVICE    MODE         REPLICAS   IMAGE          PORTS",
      "1    app_edge   global       3/3        redis:alpine",
      "2    app_vote   replicated   1/2        redis:alpine   *:5000->80/tcp",
    ].join("\n"),
  );
});

test("tasks stand with their node and since when they are as they are, those of others left out", () => {
  const nodes = new Map([["n", "node1"]]);
  const tasks = [
    task("2", 10, "n", "running"),
    task("2", 2, "", "pending", "no room"),
    task("1", 0, "n", "running"),
    task("9", 1, "n", "running"),
  ];
  expect(plainTable(taskTable(services, tasks, nodes), now)).toBe(
    [
      "ID     TASK             NODE    STATE     SINCE    ERROR",
      "1t0    app_edge.node1   node1   running   1m ago",
      "2t2    app_vote.2               pending   1m ago   no room",
      "2t10   app_vote.10      node1   running   1m ago",
    ].join("\n"),
  );
});

test("why a swarm tells nothing is said in the reader's language", async () => {
  const engine = Engine.at("unix:///nowhere/docker.sock");
  process.env["LC_ALL"] = "es_ES.UTF-8";
  try {
    expect(await stacksOf(engine, "stage4", "stage3")).toMatch(/^ningún motor de Docker responde en unix:/);
  } finally {
    process.env["LC_ALL"] = "C";
    engine.close();
  }
});
