import { randomBytes } from "node:crypto";
import type { Engine } from "../../../../engine";
import { openEngine } from "../../engine/host-image";
import { buildDockerProvider, type Terraform, terraformWith } from "../harness";

// What is written as null in a map, or comes from what is not made yet: as modules hand it on.
jest.setTimeout(120_000);

const provider = buildDockerProvider();
const prefix = `t-nulls-${randomBytes(4).toString("hex")}`;
let engine: Engine;
let terraform: Terraform;

beforeAll(async () => {
  engine = openEngine();
  terraform = await terraformWith(provider, "");
});

afterAll(async () => {
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [] });
  engine.close();
  terraform.remove();
  provider.remove();
});

test("a volume, a network and a command are made without an entry that is null, and the next plan is empty", async () => {
  terraform.write(`
    variable "none" {
      type    = string
      default = null
    }
    resource "docker_volume" "v" {
      name        = "${prefix}"
      driver_opts = { type = "tmpfs", device = "tmpfs", o = var.none }
    }
    resource "docker_network" "n" {
      name    = "${prefix}"
      options = { "com.docker.network.bridge.enable_icc" = "false", "com.docker.network.bridge.name" = var.none }
    }
    resource "docker_container" "c" {
      name                  = "${prefix}"
      image                 = "alpine"
      command               = ["sleep", "600"]
      destroy_grace_seconds = 0
      sysctls               = { "net.ipv4.ip_forward" = "1", "net.ipv4.tcp_syncookies" = var.none }
      log_opts              = { "max-size" = "1m", "max-file" = var.none }
    }
    resource "docker_exec" "e" {
      container   = docker_container.c.id
      command     = ["env"]
      environment = { GIVEN = "1", LEFT_OUT = var.none }
    }`);
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [] });
  expect(await terraform.changes()).toEqual([]);
  expect((await engine.volumes.inspect(prefix)).Options).toEqual({ type: "tmpfs", device: "tmpfs" });
  const { HostConfig } = await engine.containers.inspect(prefix);
  expect([HostConfig.Sysctls, HostConfig.LogConfig?.Config]).toEqual([
    { "net.ipv4.ip_forward": "1" },
    { "max-size": "1m" },
  ]);
  const [printed] = terraform.state().filter(({ address }) => address === "docker_exec.e");
  expect(printed?.values["stdout"]).toContain("GIVEN=1");
  expect(printed?.values["stdout"]).not.toContain("LEFT_OUT");
});
