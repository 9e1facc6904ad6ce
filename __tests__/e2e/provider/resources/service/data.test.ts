import { services } from "../../../../../provider/data-sources/services";
import { tasks } from "../../../../../provider/data-sources/tasks";
import { ServiceScene } from "./scene";

jest.setTimeout(120_000);
let scene: ServiceScene;
beforeAll(async () => {
  scene = await ServiceScene.open();
  const label = (value: string) => [{ label: "com.docker.stack.namespace", value }];
  const published = [{ ports: [{ target_port: 80, published_port: 8080 }] }];
  await scene.makes(
    {},
    {},
    { name: "app_web", labels: label("app"), mode: [{ replicated: [{ replicas: 2 }] }], endpoint_spec: published },
  );
  await scene.makes({}, {}, { name: "app_edge", labels: label("app"), mode: [{ global: true }] });
  const done = { command: ["sh", "-c", "true"] };
  await scene.makes(
    done,
    { restart_policy: [{ condition: "none" }] },
    { name: "job", mode: [{ replicated_job: [{}] }] },
  );
}, 120_000);
afterAll(() => scene?.close());

test("services are told as rows and as the tables that the docker client draws", async () => {
  const { state } = await scene.data(services, { stack: "app" });
  expect(state).toMatchObject({
    services: [
      { name: "app_edge", stack: "app", mode: "global", running: 2, desired: 2, ports: [] },
      { name: "app_web", stack: "app", mode: "replicated", running: 2, desired: 2, ports: ["*:8080->80/tcp"] },
    ],
    table: [
      "NAME       MODE         REPLICAS   IMAGE                          PORTS",
      "app_edge   global       2/2        registry:5000/busybox:latest",
      "app_web    replicated   2/2        registry:5000/busybox:latest   *:8080->80/tcp",
    ].join("\n"),
    stack_table: ["NAME   SERVICES   ORCHESTRATOR", "app    2          Swarm"].join("\n"),
  });
  expect(JSON.stringify(state)).not.toContain("nonce");
});

test("a job tells how many of its tasks have completed", async () => {
  const { state } = await scene.data(services, { name_prefix: "job" });
  expect(state!["table"]).toContain("replicated job   0/1 (1 completed)");
});

test("tasks are told with the node that they run on, those that are over only with all", async () => {
  const { state } = await scene.data(tasks, { stack: "app" });
  const rows = state!["tasks"] as { name: string; node: string; state: string; slot: number }[];
  expect(rows.map(({ name }) => name)).toEqual(["app_edge.node1", "app_edge.node2", "app_web.1", "app_web.2"]);
  expect(rows.slice(0, 2).map(({ node }) => node)).toEqual(["node1", "node2"]);
  expect(String(state!["table"]).split("\n")[1]).toBe(
    "app_edge.node1   registry:5000/busybox:latest   node1   Running         Running",
  );
  const before = (await scene.data(tasks, { name_prefix: "app_web" })).state!["tasks"] as {
    container_id: string;
    node: string;
  }[];
  const { container_id: id, node } = before[0]!;
  await scene.nodes.find(({ name }) => name.endsWith(node))!.engine.containers.tryRemove(id, { force: true });
  const replaced = async () =>
    (await scene.data(tasks, { name_prefix: "app_web", all: true })).state!["tasks"] as object[];
  for (let left = 100; (await replaced()).length < 3 && left > 0; left--) await new Promise(setImmediate);
  expect(await replaced()).toHaveLength(3);
});
