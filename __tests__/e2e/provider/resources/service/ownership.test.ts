import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../harness";
import { ServiceScene } from "./scene";

jest.setTimeout(180_000);
let scene: ServiceScene;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(async () => {
  [scene, provider] = [await ServiceScene.open(1), buildDockerProvider()];
}, 120_000);
beforeEach(async () => {
  terraform = await terraformWith(provider, "");
});
afterEach(async () => {
  await terraform.destroy();
  terraform.remove();
});
afterAll(async () => {
  provider?.remove();
  await scene?.close();
}, 60_000);

const host = () => `provider "docker" { host = "${scene.nodes[0]!.url}" }`;

/** A service that runs with one text and not with another, given as a config and as a secret named after it. */
const serviceWith = (text: string, more = "") => `
${host()}
resource "docker_config" "text" {
  name = "twin-\${substr(sha256("${text}"), 0, 8)}"
  data = base64encode("${text}")
  lifecycle { create_before_destroy = true }
  ${more}
}
resource "docker_secret" "text" {
  name = "twin-\${substr(sha256("${text}"), 0, 8)}"
  data = base64encode("${text}")
  lifecycle { create_before_destroy = true }
}
resource "docker_service" "reader" {
  name = "reader"
  task_spec {
    container_spec {
      image             = "${scene.image}"
      command           = ["sh", "-c", "read a < /text; test $a != bad && exec sleep 600"]
      stop_grace_period = "0s"
      configs {
        config_id   = docker_config.text.id
        config_name = docker_config.text.name
        file_name   = "/text"
      }
      secrets {
        secret_id   = docker_secret.text.id
        secret_name = docker_secret.text.name
        file_name   = "key"
      }
    }
    restart_policy { condition = "none" }
  }
  update_config { failure_action = "rollback" }
  converge_config { timeout = "60s" }
}`;

async function apply() {
  const { code, text } = await terraform.apply();
  if (code !== 0) throw new Error(text);
}

const actions = async () =>
  Object.fromEntries((await terraform.plan()).map(({ address, actions: all }) => [address, all.join("+")]));
const settled = { "docker_config.text": "no-op", "docker_secret.text": "no-op", "docker_service.reader": "no-op" };

const stored = async () => ({
  configs: (await scene.engine.configs.list()).map(({ ID }) => ID),
  secrets: (await scene.engine.secrets.list()).map(({ ID }) => ID),
});

describe("the content before a failed change, asked for again", () => {
  test("is taken back as it stands, with create_before_destroy and the hash in the name", async () => {
    terraform.write(serviceWith("good"));
    await apply();
    const before = await stored();
    terraform.write(serviceWith("bad"));
    expect((await terraform.apply()).code).toBe(1);
    terraform.write(serviceWith("good"));
    await apply();
    expect(await stored()).toEqual(before);
    expect(await actions()).toEqual(settled);
  });

  test("is given the labels that are asked for now", async () => {
    terraform.write(serviceWith("good"));
    await apply();
    terraform.write(serviceWith("bad"));
    expect((await terraform.apply()).code).toBe(1);
    terraform.write(serviceWith("good", 'labels {\n label = "a"\n value = "1"\n }'));
    await apply();
    const [config] = await scene.engine.configs.list();
    expect(config!.Spec?.Labels).toMatchObject({ a: "1" });
    expect(await actions()).toEqual(settled);
  });
});

test("what somebody else made under the name stays an error, also where its content is the same", async () => {
  const ID = await scene.engine.configs.create({ Name: "foreign", Data: Buffer.from("x").toString("base64") });
  terraform.write(`${host()}
resource "docker_config" "foreign" {
  name = "foreign"
  data = base64encode("x")
}`);
  const { errors } = await terraform.apply();
  expect(errors).toMatchObject([
    { summary: 'name in use: a config named "foreign" exists and was not made by this configuration' },
  ]);
  await scene.engine.configs.remove(ID);
});

test("what was replaced by hand under its name reads as gone, and stays when the rest is destroyed", async () => {
  const { engine } = scene;
  terraform.write(`${host()}
resource "docker_network" "hand" {
  name   = "hand"
  driver = "overlay"
}
resource "docker_volume" "hand" { name = "hand" }
resource "docker_config" "hand" {
  name = "hand"
  data = base64encode("mine")
}
resource "docker_secret" "hand" {
  name = "hand"
  data = base64encode("mine")
}
resource "docker_service" "hand" {
  name = "hand"
  task_spec {
    container_spec { image = "${scene.image}" }
  }
}`);
  await apply();
  const byHand = { Name: "hand", Data: Buffer.from("theirs").toString("base64") };
  for (const { address, values } of terraform.state()) {
    const id = String(values["id"]);
    if (address.startsWith("docker_service")) await engine.services.remove(id);
    if (address.startsWith("docker_network")) await engine.networks.remove(id);
    if (address.startsWith("docker_volume")) await engine.volumes.remove(id);
    if (address.startsWith("docker_config")) await engine.configs.remove(id);
    if (address.startsWith("docker_secret")) await engine.secrets.remove(id);
  }
  const spec = { TaskTemplate: { ContainerSpec: { Image: scene.image } } };
  const theirs = [
    await engine.configs.create(byHand),
    await engine.secrets.create(byHand),
    (await engine.services.create({ Name: "hand", ...spec })).ID,
    (await engine.networks.create({ Name: "hand", Driver: "overlay" })).Id,
  ];
  const { CreatedAt } = await engine.volumes.create({ Name: "hand" });
  expect(new Set(Object.values(await actions()))).toEqual(new Set(["create"]));
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [] });
  expect([
    (await engine.configs.inspect("hand")).ID,
    (await engine.secrets.inspect("hand")).ID,
    (await engine.services.inspect("hand")).ID,
    (await engine.networks.inspect("hand")).Id,
  ]).toEqual(theirs);
  expect((await engine.volumes.inspect("hand")).CreatedAt).toBe(CreatedAt);
});
