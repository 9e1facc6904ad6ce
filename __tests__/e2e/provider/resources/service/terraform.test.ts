import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../harness";
import { ServiceScene } from "./scene";

jest.setTimeout(120_000);
let scene: ServiceScene;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(async () => {
  [scene, provider] = [await ServiceScene.open(), buildDockerProvider()];
  terraform = await terraformWith(provider, "");
}, 120_000);
afterAll(async () => {
  terraform?.remove();
  provider?.remove();
  await scene?.close();
}, 60_000);

/** @param secret whether there is one: its content is never told, so an import makes it anew */
const configuration = (text: string, more = "", secret = true) => `
provider "docker" { host = "${scene.nodes[0]!.url}" }
resource "docker_network" "net" {
  name   = "net"
  driver = "overlay"
}
resource "docker_config" "text" {
  name = "text-\${substr(sha256("${text}"), 0, 8)}"
  data = base64encode("${text}")
  lifecycle { create_before_destroy = true }
}
resource "docker_secret" "key" {
  count = ${secret ? 1 : 0}
  name = "key-\${substr(sha256("${text}"), 0, 8)}"
  data = base64encode("${text}")
  lifecycle { create_before_destroy = true }
}
resource "docker_service" "web" {
  name = "web"
  task_spec {
    container_spec {
      image = "${scene.image}"
      env   = { A = "1" }
      stop_grace_period = "0s"
      labels {
        label = "a"
        value = "1"
      }
      configs {
        config_id   = docker_config.text.id
        config_name = docker_config.text.name
        file_name   = "/text"
      }
      dynamic "secrets" {
        for_each = docker_secret.key
        content {
          secret_id   = secrets.value.id
          secret_name = secrets.value.name
          file_name   = "key"
        }
      }
    }
    networks_advanced { name = docker_network.net.id }
    restart_policy { condition = "on-failure" }
  }
  mode {
    replicated { replicas = 2 }
  }
  endpoint_spec {
    ports {
      target_port    = 80
      published_port = 8080
    }
    ports { target_port = 81 }
  }
  ${more}
}`;

const waits = 'converge_config { timeout = "60s" }';
const actions = async () =>
  Object.fromEntries((await terraform.plan()).map(({ address, actions: all }) => [address, all.join("+")]));
const unchanged = {
  "docker_config.text": "no-op",
  "docker_network.net": "no-op",
  "docker_secret.key[0]": "no-op",
  "docker_service.web": "no-op",
};

async function apply() {
  const { code, text } = await terraform.apply();
  if (code !== 0) throw new Error(text);
}

test("is made by Terraform, and the second plan is empty", async () => {
  terraform.write(configuration("one", waits));
  await apply();
  expect(await actions()).toEqual(unchanged);
});

test("a secret and a config of other content come before the old ones go", async () => {
  terraform.write(configuration("two", waits));
  expect(await actions()).toEqual({
    "docker_config.text": "create+delete",
    "docker_network.net": "no-op",
    "docker_secret.key[0]": "create+delete",
    "docker_service.web": "update",
  });
  await apply();
  expect(await actions()).toEqual(unchanged);
  expect((await scene.engine.secrets.list()).length).toBe(1);
});

test("what is imported plans no change", async () => {
  terraform.write(configuration("two", "", false));
  await apply();
  const ids = Object.fromEntries(terraform.state().map(({ address, values }) => [address, String(values["id"])]));
  rmSync(join(terraform.folder, "terraform.tfstate"));
  for (const address of Object.keys(ids)) {
    const { code, text } = await terraform.run("import", address, ids[address]!);
    expect([code, code === 0 ? "" : text]).toEqual([0, ""]);
  }
  const { "docker_secret.key[0]": _, ...others } = unchanged;
  expect(await actions()).toEqual(others);
});
