import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../provider/harness";
import { writeSynthesized } from "../provider/harness/synthesized";
import { ServiceScene } from "../provider/resources/service/scene";

// A Compose file is edited, and deployed again.
jest.setTimeout(180_000);

let scene: ServiceScene;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(async () => {
  scene = await ServiceScene.open(1);
  provider = buildDockerProvider();
}, 120_000);
afterAll(async () => {
  provider?.remove();
  await scene?.close();
}, 60_000);
beforeEach(async () => {
  terraform = await terraformWith(provider, "");
  rmSync(join(terraform.folder, "main.tf"));
});
afterEach(async () => {
  await terraform.destroy();
  terraform.remove();
});

/** Deploys the file, and again: the second time there is nothing to do. */
async function deployed(content: object): Promise<void> {
  const file = join(terraform.folder, "compose.json");
  writeFileSync(file, JSON.stringify(content));
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  ComposeStack.fromFile(stack, "it", { file, engine: scene.nodes[0]!.url, name: "st" });
  writeSynthesized(stack, terraform.folder);
  const { code, errors, text } = await terraform.apply();
  if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || text);
  expect(await terraform.changes()).toEqual([]);
}

const inspected = async (name: string) => (await scene.engine.services.inspect(`st_${name}`)).Spec.TaskTemplate!;
const networksOf = async (name: string) => {
  const { Networks } = await inspected(name);
  const found = await Promise.all((Networks ?? []).map(({ Target }) => scene.engine.networks.inspect(Target!)));
  return found.map(({ Name }) => Name).sort();
};
const idOf = async (name: string) => (await scene.engine.services.inspect(`st_${name}`)).ID;
const service = (more: object = {}) => ({ image: scene.image, stop_grace_period: "1s", ...more });

test("a network that the file no longer names is left, and removed", async () => {
  await deployed({ services: { a: service({ networks: ["one", "two"] }) }, networks: { one: null, two: null } });
  const id = await idOf("a");
  await deployed({ services: { a: service({ networks: ["one"] }) }, networks: { one: null } });
  expect(await networksOf("a")).toEqual(["st_one"]);
  expect(await idOf("a")).toBe(id);
  expect((await scene.engine.networks.list()).map(({ Name }) => Name)).not.toContain("st_two");
});

test("a network whose settings change is made anew, and its services come along", async () => {
  const file = (subnet: string) => ({
    services: { a: service({ networks: ["one"] }), b: service({ networks: ["one", "other"] }) },
    networks: { one: { ipam: { config: [{ subnet }] } }, other: null },
  });
  await deployed(file("10.77.1.0/24"));
  const id = await idOf("a");
  await deployed(file("10.77.2.0/24"));
  expect(await networksOf("a")).toEqual(["st_one"]);
  expect(await networksOf("b")).toEqual(["st_one", "st_other"]);
  expect(await idOf("a")).toBe(id);
  const { IPAM } = await scene.engine.networks.inspect("st_one");
  expect(IPAM?.Config).toEqual([expect.objectContaining({ Subnet: "10.77.2.0/24" })]);
});

test("a network that another stack's service has joined is said to be in use", async () => {
  await deployed({ services: { a: service({ networks: ["one"] }) }, networks: { one: { attachable: true } } });
  const { Id } = await scene.engine.networks.inspect("st_one");
  const { ID } = await scene.engine.services.create({
    Name: "guest",
    TaskTemplate: { ContainerSpec: { Image: scene.image }, Networks: [{ Target: Id }] },
    Mode: { Replicated: { Replicas: 0 } },
  });
  try {
    const edited = deployed({ services: { a: service() } });
    await expect(edited).rejects.toThrow(/network "\w+" is in use/);
    expect((await scene.engine.services.inspect(ID)).Spec.TaskTemplate?.Networks).toEqual([{ Target: Id }]);
  } finally {
    await scene.engine.services.remove(ID);
  }
});

test("a volume that the file no longer names goes once no task has it", async () => {
  const mounted = (...names: string[]) => ({
    services: { a: service({ volumes: names.map((name) => `${name}:/${name}`) }) },
    volumes: Object.fromEntries(names.map((name) => [name, null])),
  });
  await deployed(mounted("v", "w"));
  await deployed(mounted("v"));
  expect((await inspected("a")).ContainerSpec?.Mounts?.map(({ Source }) => Source)).toEqual(["st_v"]);
  expect((await scene.engine.volumes.list()).map(({ Name }) => Name)).not.toContain("st_w");
});

test("a volume whose settings change is kept, and what helps is said", async () => {
  const labelled = (labels: object) => ({
    services: { a: service({ volumes: ["v:/v"] }) },
    volumes: { v: { labels } },
  });
  await deployed(labelled({ x: "1" }));
  await expect(deployed(labelled({ x: "2" }))).rejects.toThrow(/name in use: a volume named "st_v".*another `name`/s);
  expect((await scene.engine.volumes.inspect("st_v")).Labels).toMatchObject({ x: "1" });
  await deployed(labelled({ x: "1" }));
});

test("what a service no longer asks for goes back to what the swarm does without it", async () => {
  await deployed({
    services: {
      a: service({
        healthcheck: { test: ["CMD", "sh", "-c", ":"], interval: "1s" },
        dns: ["10.0.0.1"],
        deploy: {
          resources: { limits: { memory: "64M", cpus: "0.5" }, reservations: { memory: "8M" } },
          placement: { constraints: ["node.role==manager"], preferences: [{ spread: "node.labels.x" }] },
          restart_policy: { condition: "none", max_attempts: 3 },
          endpoint_mode: "dnsrr",
        },
      }),
    },
  });
  const asked = await inspected("a");
  expect(asked.Resources?.Limits).toEqual({ MemoryBytes: 64 * 2 ** 20, NanoCPUs: 500_000_000 });
  await deployed({ services: { a: service() } });
  const { Spec } = await scene.engine.services.inspect("st_a");
  const { Resources, Placement, RestartPolicy, ContainerSpec } = Spec.TaskTemplate!;
  expect({
    limits: Resources?.Limits ?? {},
    reservations: Resources?.Reservations ?? {},
    constraints: Placement?.Constraints ?? [],
    preferences: Placement?.Preferences ?? [],
    condition: RestartPolicy?.Condition ?? "any",
    attempts: RestartPolicy?.MaxAttempts ?? 0,
    test: (ContainerSpec as { Healthcheck?: { Test?: string[] } }).Healthcheck?.Test ?? [],
    dns: ContainerSpec?.DNSConfig?.Nameservers ?? [],
    endpoint: Spec.EndpointSpec?.Mode ?? "vip",
  }).toEqual({
    limits: {},
    reservations: {},
    constraints: [],
    preferences: [],
    condition: "any",
    attempts: 0,
    test: [],
    dns: [],
    endpoint: "vip",
  });
});

test("the content of a config and a secret before a change that failed is taken back as it stands", async () => {
  const file = (text: string) => {
    for (const name of ["text", "key"]) writeFileSync(join(terraform.folder, name), `${text}\n`);
    return {
      services: {
        a: service({
          command: ["sh", "-c", "read a < /text; test $$a != bad && exec sleep 600"],
          configs: ["text"],
          secrets: ["key"],
          deploy: { restart_policy: { condition: "none" }, update_config: { failure_action: "rollback" } },
        }),
      },
      configs: { text: { file: "text" } },
      secrets: { key: { file: "key" } },
    };
  };
  const stored = async () => ({
    configs: (await scene.engine.configs.list()).map(({ ID }) => ID),
    secrets: (await scene.engine.secrets.list()).map(({ ID }) => ID),
  });
  await deployed(file("good"));
  const before = await stored();
  await expect(deployed(file("bad"))).rejects.toThrow(/did not converge|rolled back/);
  await deployed(file("good"));
  expect(await stored()).toEqual(before);
});
