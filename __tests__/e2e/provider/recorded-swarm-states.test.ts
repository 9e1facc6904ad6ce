import type { ServiceSpec } from "../../../engine";
import { buildDockerProvider, type Terraform, terraformWith } from "./harness";
import { absent, empty, placement, service, web, withMap } from "./recorded/service";
import { ServiceScene } from "./resources/service/scene";

/*
 * States of a swarm's objects as the community provider's releases have written them: of a service they tell whatever
 * the swarm has, asked or not, and what is unset in one of two ways. The objects are made as that provider makes them.
 */
jest.setTimeout(120_000);

const COMMUNITY = "registry.terraform.io/kreuzwerker/docker";
const provider = buildDockerProvider();
type Attributes = { readonly [name: string]: unknown };
let scene: ServiceScene;
let terraform: Terraform;
/** As the swarm pins it. */
let image: string;
/** Ids of what the states speak of. */
const made = { key: "", file: "", net: "", plain: "", placed: "", web: "" };

beforeAll(async () => {
  scene = await ServiceScene.open(1);
  terraform = await terraformWith(provider, configuration());
  const { Descriptor } = await scene.engine.distribution(scene.image);
  image = `${scene.image}:latest@${Descriptor.digest}`;
  await makeObjects();
}, 120_000);
afterAll(async () => {
  terraform?.remove();
  provider.remove();
  await scene?.close();
}, 60_000);

const platforms = [{ Architecture: "amd64", OS: "linux" }];
/** What nobody asked for goes to the swarm too, as nothing. */
const container = (more: object = {}) => ({
  ...{ Image: image, Isolation: "default", StopGracePeriod: 0, Healthcheck: {}, DNSConfig: {} },
  ...{ Command: [], Args: [], Env: [], Groups: [], Hosts: [], Mounts: [], Secrets: [], Configs: [], ...more },
});

async function makeObjects(): Promise<void> {
  const { engine } = scene;
  made.key = await engine.secrets.create({ Name: "key", Data: "a2V5", Labels: { tier: "front" } });
  made.file = await engine.configs.create({ Name: "file", Data: "ZmlsZQ==" });
  made.net = (await engine.networks.create({ Name: "net", Driver: "overlay" })).Id;
  const make = async (Name: string, asked: object, task: object, more: object = {}) => {
    const TaskTemplate = { Resources: {}, RestartPolicy: {}, ForceUpdate: 0, Networks: [], ...task };
    const spec = { Name, Mode: {}, EndpointSpec: {}, ...more };
    const { ID } = await engine.services.create({
      ...spec,
      TaskTemplate: { ContainerSpec: asked, ...TaskTemplate },
    } as ServiceSpec);
    return ID;
  };
  made.plain = await make("plain", container(), { Placement: { Platforms: platforms } });
  const Placement = { Constraints: ["node.role==manager"], Platforms: platforms };
  made.placed = await make("placed", container(), { Placement });
  made.web = await make(
    "web",
    container({
      ...{ Env: ["A=1"], StopGracePeriod: 5e9, Labels: { tier: "front" } },
      Healthcheck: { Test: ["CMD", "true"], Interval: 5e9, Timeout: 0, StartPeriod: 0, Retries: 2 },
      Mounts: [
        { Type: "volume", Source: "data", Target: "/data", ReadOnly: false, VolumeOptions: { DriverConfig: {} } },
      ],
      Secrets: [{ SecretID: made.key, SecretName: "key", File: { Name: "key", UID: "0", GID: "0", Mode: 292 } }],
      Configs: [{ ConfigID: made.file, ConfigName: "file", File: { Name: "/file", UID: "0", GID: "0", Mode: 292 } }],
    }),
    {
      Placement: { Platforms: platforms },
      RestartPolicy: { Condition: "on-failure", Delay: 0, MaxAttempts: 0, Window: 0 },
      Networks: [{ Target: made.net, Aliases: ["www"] }],
      Resources: { Limits: { MemoryBytes: 67_108_864 } },
    },
    {
      Labels: { stack: "shop" },
      Mode: { Replicated: { Replicas: 0 } },
      UpdateConfig: {
        Parallelism: 2,
        Delay: 1e10,
        FailureAction: "pause",
        Monitor: 5e9,
        MaxFailureRatio: 0.1,
        Order: "start-first",
      },
      EndpointSpec: { Ports: [{ Protocol: "tcp", TargetPort: 80, PublishedPort: 8080, PublishMode: "ingress" }] },
    },
  );
}

const configuration = (labels = "") => `
provider "docker" { host = "${scene.nodes[0]!.url}" }
resource "docker_secret" "key" {
  name = "key"
  data = "a2V5"
  labels {
    label = "tier"
    value = "front"
  }
}
resource "docker_config" "file" {
  name = "file"
  data = "ZmlsZQ=="
}
resource "docker_service" "plain" {
  name = "plain"
  task_spec {
    container_spec { image = "${scene.image}" }
  }
  ${labels}
}
resource "docker_service" "placed" {
  name = "placed"
  task_spec {
    container_spec { image = "${scene.image}" }
    placement { constraints = ["node.role==manager"] }
  }
}
resource "docker_service" "web" {
  name = "web"
  labels {
    label = "stack"
    value = "shop"
  }
  task_spec {
    container_spec {
      image             = "${scene.image}:latest"
      env               = { A = "1" }
      stop_grace_period = "5s"
      labels {
        label = "tier"
        value = "front"
      }
      healthcheck {
        test     = ["CMD", "true"]
        interval = "5s"
        retries  = 2
      }
      mounts {
        type   = "volume"
        source = "data"
        target = "/data"
        volume_options {}
      }
      secrets {
        secret_id   = docker_secret.key.id
        secret_name = docker_secret.key.name
        file_name   = "key"
      }
      configs {
        config_id   = docker_config.file.id
        config_name = docker_config.file.name
        file_name   = "/file"
      }
    }
    resources {
      limits { memory_bytes = 67108864 }
    }
    restart_policy { condition = "on-failure" }
    networks_advanced {
      name    = "${made.net}"
      aliases = ["www"]
    }
  }
  mode {
    replicated { replicas = 0 }
  }
  update_config {
    parallelism       = 2
    delay             = "10s"
    max_failure_ratio = "0.1"
    order             = "start-first"
  }
  endpoint_spec {
    ports {
      target_port    = 80
      published_port = 8080
    }
  }
  converge_config {}
}
`;

const releases = [
  { name: "that tells what is unset as empty", unset: empty, version: 2, as: (each: Attributes) => each },
  { name: "that tells what is unset as null", unset: absent, version: 2, as: (each: Attributes) => each },
  { name: "whose restart policy was a map", unset: empty, version: 1, as: withMap },
];

async function takeOver({ unset, version, as }: (typeof releases)[number]): Promise<void> {
  terraform.write(configuration());
  const secret = { data: "a2V5", id: made.key, labels: [{ label: "tier", value: "front" }], name: "key" };
  const placed = { placement: placement(unset, { constraints: ["node.role==manager"] }) };
  const services = {
    plain: service({ unset, image, name: "plain", id: made.plain }),
    placed: service({ unset, image, name: "placed", id: made.placed }, {}, placed),
    web: web({ unset, image, name: "web", id: made.web }, made),
  };
  terraform.putState(
    [
      { type: "docker_secret", name: "key", schemaVersion: 1, attributes: secret },
      { type: "docker_config", name: "file", attributes: { data: "ZmlsZQ==", id: made.file, name: "file" } },
      ...Object.entries(services).map(([name, attributes]) => ({
        ...{ type: "docker_service", name, schemaVersion: version },
        attributes: as(attributes),
      })),
    ],
    COMMUNITY,
  );
  const replaced = await terraform.run("replaceProvider", COMMUNITY, provider.manifest.source);
  expect([replaced.code, replaced.text]).toEqual([0, expect.stringContaining("Successfully replaced provider")]);
}

const planned = async () =>
  Object.fromEntries((await terraform.plan()).map(({ address, actions }) => [address, actions.join("+")]));
const unchanged = {
  "docker_config.file": "no-op",
  "docker_secret.key": "no-op",
  "docker_service.placed": "no-op",
  "docker_service.plain": "no-op",
  "docker_service.web": "no-op",
};

test.each(releases)(
  "a state of a release $name needs no change, but for platforms that nobody asked for",
  async (release) => {
    await takeOver(release);
    expect(await planned()).toEqual({ ...unchanged, "docker_service.placed": "update" });
  },
);

test("the first change of a service that was taken over replaces none of its tasks", async () => {
  await takeOver(releases[0]!);
  const tasks = async () =>
    (await Promise.all([made.plain, made.placed].map((id) => scene.tasks({ id })))).flat().map(({ ID }) => ID);
  const before = await tasks();
  expect(before).toHaveLength(2);
  terraform.write(configuration('labels {\n    label = "new"\n    value = "1"\n  }'));
  const { code, text } = await terraform.apply();
  expect([code, code === 0 ? "" : text]).toEqual([0, ""]);
  expect(await planned()).toEqual(unchanged);
  expect((await scene.inspect({ id: made.plain })).Spec.Labels).toMatchObject({ new: "1" });
  expect(await tasks()).toEqual(before);
});
