import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Engine } from "../../../engine";
import { zipName } from "../../../provider/build/zip-name";
import { freePort } from "../free-port";
import { ownSubnet } from "../own-subnet";
import { buildDockerProvider, type PlannedChange, type Terraform, terraformWith } from "./harness";
import { ContainerScene } from "./resources/container/scene";

/*
 * States as the community provider's releases have written them: every attribute, null or empty, as it stands in state
 * files of 2.x and 3.x that people have published. Only ids, names and addresses are those of objects of this engine,
 * which are made as that provider makes them.
 */
jest.setTimeout(120_000);

const COMMUNITY = "registry.terraform.io/kreuzwerker/docker";
const provider = buildDockerProvider();
const subnet = `10.217.${ownSubnet()}.0/24`;
const gateway = subnet.replace("0/24", "1");
let scene: ContainerScene;
let engine: Engine;
let prefix: string;
let terraform: Terraform;
let image: string;
let imageId: string;
let port: number;

/** The objects that the states speak of. */
const made = { network: "", container: "" };

beforeAll(async () => {
  scene = await ContainerScene.open();
  ({ engine, prefix } = scene);
  image = `${scene.image}:latest`;
  imageId = (await engine.images.inspect(image)).Id;
  port = await freePort();
  terraform = await terraformWith(provider, configuration());
  await makeObjects();
});

afterAll(async () => {
  await scene.close();
  terraform.remove();
  provider.remove();
});

/** As that provider does it: made on the default bridge, connected to its own network, then taken off the bridge. */
async function makeObjects(): Promise<void> {
  const Labels = { role: "web" };
  made.network = (await engine.networks.create({ Name: prefix, Labels, IPAM: { Config: [{ Subnet: subnet }] } })).Id;
  await engine.volumes.create({ Name: prefix, Labels });
  made.container = (
    await engine.containers.create(prefix, {
      Image: imageId,
      Cmd: ["sleep", "600"],
      Env: ["A=1", "B=2"],
      Labels,
      ExposedPorts: { "80/tcp": {} },
      Healthcheck: { Test: ["CMD", "true"] },
      HostConfig: {
        NetworkMode: "bridge",
        Binds: [`${prefix}:/data:rw`],
        PortBindings: { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: `${port}` }] },
        RestartPolicy: { Name: "no" },
      },
    })
  ).Id;
  await engine.networks.connect(made.network, made.container, { Aliases: ["web"] });
  await engine.networks.disconnect("bridge", made.container);
  await engine.containers.start(made.container);
}

const configuration = () => `
resource "docker_image" "host" {
  name         = "${image}"
  keep_locally = true
}
resource "docker_network" "shop" {
  name = "${prefix}"
  labels {
    label = "role"
    value = "web"
  }
}
resource "docker_volume" "data" {
  name = "${prefix}"
  labels {
    label = "role"
    value = "web"
  }
}
resource "docker_container" "web" {
  name    = "${prefix}"
  image   = docker_image.host.image_id
  command = ["sleep", "600"]
  env     = ["B=2", "A=1"]
  labels {
    label = "role"
    value = "web"
  }
  healthcheck {
    test = ["CMD", "true"]
  }
  networks_advanced {
    name    = docker_network.shop.name
    aliases = ["web"]
  }
  ports {
    internal = 80
    external = ${port}
  }
  volumes {
    volume_name    = docker_volume.data.name
    container_path = "/data"
  }
}
`;

type Attributes = { readonly [name: string]: unknown };

/** What all releases write of the container. */
const container = (): Attributes => ({
  ...{ attach: false, bridge: "", capabilities: [], command: ["sleep", "600"], container_logs: null },
  ...{ cpu_set: "", cpu_shares: 0, destroy_grace_seconds: null, devices: [] },
  ...{ dns: null, dns_opts: null, dns_search: null, domainname: "", entrypoint: null, env: ["A=1", "B=2"] },
  ...{ exit_code: null, group_add: null, host: [], hostname: made.container.slice(0, 12), id: made.container },
  healthcheck: [{ interval: "0s", retries: 0, start_period: "0s", test: ["CMD", "true"], timeout: "0s" }],
  ...{ image: imageId, init: false, ipc_mode: "private", labels: [{ label: "role", value: "web" }] },
  ...{ log_driver: "json-file", log_opts: null, logs: false, max_retry_count: 0, memory: 0, memory_swap: 0 },
  ...{ mounts: [], must_run: true, name: prefix },
  network_data: [
    {
      ...{ gateway, global_ipv6_address: "", global_ipv6_prefix_length: 0, ip_address: subnet.replace("0/24", "2") },
      ...{ ip_prefix_length: 24, ipv6_gateway: "", network_name: prefix },
    },
  ],
  network_mode: "bridge",
  networks_advanced: [{ aliases: ["web"], ipv4_address: "", ipv6_address: "", name: prefix }],
  pid_mode: "",
  ports: [{ external: port, internal: 80, ip: "0.0.0.0", protocol: "tcp" }],
  ...{ privileged: false, publish_all_ports: false, read_only: false, remove_volumes: true, restart: "no", rm: false },
  ...{ security_opts: [], shm_size: 64, start: true, stdin_open: false, sysctls: null, tmpfs: null, tty: false },
  ...{ ulimit: [], upload: [], user: "", userns_mode: "" },
  volumes: [{ container_path: "/data", from_container: "", host_path: "", read_only: false, volume_name: prefix }],
  working_dir: "",
});

/** As of 3.0. */
const newer = (): Attributes => ({
  ...container(),
  ...{ cgroupns_mode: null, container_read_refresh_timeout_milliseconds: 15000, gpus: null, runtime: "runc" },
  ...{ stop_signal: "", stop_timeout: 0, storage_opts: null, wait: false, wait_timeout: 60 },
});

/** Until 2.x: with what 3.0 dropped. */
const older = (): Attributes => ({
  ...container(),
  ...{ gateway, ip_address: subnet.replace("0/24", "2"), ip_prefix_length: 24 },
  ...{ links: null, network_alias: null, networks: null, network_mode: "default" },
});

const networkAttributes = (): Attributes => ({
  ...{ attachable: false, check_duplicate: null, driver: "bridge", id: made.network, ingress: false, internal: false },
  ipam_config: [{ aux_address: {}, gateway: "", ip_range: "", subnet }],
  ...{ ipam_driver: "default", ipv6: false, labels: [{ label: "role", value: "web" }], name: prefix },
  ...{ options: {}, scope: "local" },
});

const volumeAttributes = (): Attributes => ({
  ...{ driver: "local", driver_opts: null, id: prefix, labels: [{ label: "role", value: "web" }] },
  ...{ mountpoint: `/var/lib/docker/volumes/${prefix}/_data`, name: prefix },
});

const imageAttributes = (): Attributes => ({
  ...{ build: [], force_remove: null, id: `${imageId}${image}`, keep_locally: true, name: image },
  ...{ pull_triggers: null, repo_digest: "" },
});

/** What a plan does, and to which attributes. */
function difference({ address, actions, before, after, afterUnknown }: PlannedChange): string {
  const names = Object.keys({ ...before, ...after, ...afterUnknown });
  const changed = names.filter(
    (name) =>
      (name in afterUnknown && afterUnknown[name] === true) || !isDeepStrictEqual(before?.[name], after?.[name]),
  );
  const told = changed.map((name) => `${name}: ${JSON.stringify(before?.[name])} -> ${JSON.stringify(after?.[name])}`);
  return [address, actions.join("+"), ...told].join(" ");
}

const asMap = { labels: { role: "web" } };

const releases = [
  {
    name: "3.x (schema versions of today)",
    container: () => ({ schemaVersion: 2, attributes: newer() }),
    others: () => ({ schemaVersion: 1, attributes: {} }),
    image: () => ({ image_id: imageId, platform: null, triggers: null }),
  },
  {
    name: "2.x, whose container has attributes that 3.0 dropped",
    container: () => ({ schemaVersion: 2, attributes: older() }),
    others: () => ({ schemaVersion: 1, attributes: {} }),
    image: () => ({ latest: imageId, output: null, pull_trigger: null }),
  },
  {
    name: "the schemas whose labels were maps",
    container: () => ({ schemaVersion: 1, attributes: { ...older(), ...asMap } }),
    others: () => ({ schemaVersion: 0, attributes: asMap }),
    image: () => ({ latest: imageId, pull_trigger: null }),
  },
  {
    name: "the first schema of the container",
    container: () => ({ schemaVersion: 0, attributes: { ...older(), ...asMap } }),
    others: () => ({ schemaVersion: 0, attributes: asMap }),
    image: () => ({ latest: imageId, pull_trigger: null }),
  },
];

/** Puts down a release's state, under the configuration's names or under others. */
function putRecorded(release: (typeof releases)[number], before = ""): void {
  const { schemaVersion, attributes: more } = release.others();
  terraform.putState(
    [
      { type: "docker_image", name: `${before}host`, attributes: { ...imageAttributes(), ...release.image() } },
      { type: "docker_network", name: `${before}shop`, schemaVersion, attributes: { ...networkAttributes(), ...more } },
      { type: "docker_volume", name: `${before}data`, schemaVersion, attributes: { ...volumeAttributes(), ...more } },
      { type: "docker_container", name: `${before}web`, ...release.container() },
    ],
    COMMUNITY,
  );
}

const unchanged = ["docker_container.web", "docker_image.host", "docker_network.shop", "docker_volume.data"].map(
  (address) => `${address} no-op`,
);

/**
 * Terraform wants the provider that a state speaks of to be installed, which it is where somebody comes from it. It is
 * not asked: a copy of this one lies in its place.
 */
async function installFormer(): Promise<void> {
  const version = "3.6.2";
  const plugins = join(terraform.folder, "terraform.d/plugins", COMMUNITY);
  mkdirSync(plugins, { recursive: true });
  const { folder, manifest } = provider;
  copyFileSync(join(folder, manifest.zip), join(plugins, zipName({ source: COMMUNITY, version })));
  const former = `former = {\n      source  = "${COMMUNITY}"\n      version = "${version}"\n    }`;
  writeFileSync(
    join(terraform.folder, "former_override.tf"),
    `terraform {\n  required_providers {\n    ${former}\n  }\n}\n`,
  );
  const { code, text } = await terraform.run("init");
  expect({ code, text }).toMatchObject({ code: 0 });
}

test.each(releases)("moved under new names, a state of $name needs no change", async (release) => {
  await installFormer();
  putRecorded(release, "old_");
  const addresses = ["docker_container.web", "docker_image.host", "docker_network.shop", "docker_volume.data"];
  const moved = addresses.map((to) => `moved {\n  from = ${to.replace(".", ".old_")}\n  to   = ${to}\n}`);
  terraform.write([configuration(), ...moved].join("\n"));
  expect((await terraform.plan()).map(difference)).toEqual(unchanged);
  rmSync(join(terraform.folder, "former_override.tf"));
  terraform.write(configuration());
});

test.each(releases)("after replace-provider, a state of $name needs no change", async (release) => {
  putRecorded(release);
  const replaced = await terraform.run("replaceProvider", COMMUNITY, provider.manifest.source);
  expect([replaced.code, replaced.text]).toEqual([0, expect.stringContaining("Successfully replaced provider")]);
  const changes = await terraform.plan();
  expect(changes.map(difference)).toEqual(unchanged);
});

test("a state of this provider goes back: all that the community provider knows is in it, under its own schema versions", async () => {
  expect((await terraform.apply()).code).toBe(0);
  const versions = { docker_image: 0, docker_network: 1, docker_volume: 1, docker_container: 2 };
  for (const [type, schemaVersion] of Object.entries(versions)) {
    expect([type, terraform.schemaVersions(type)]).toEqual([type, [schemaVersion]]);
  }
  const values = Object.fromEntries(terraform.state().map(({ address, values }) => [address, values]));
  const known = {
    "docker_container.web": newer(),
    "docker_network.shop": networkAttributes(),
    "docker_volume.data": volumeAttributes(),
    "docker_image.host": { ...imageAttributes(), image_id: imageId },
  };
  for (const [address, attributes] of Object.entries(known)) {
    expect([address, Object.keys(values[address]!)]).toEqual([
      address,
      expect.arrayContaining(Object.keys(attributes)),
    ]);
  }
  const back = await terraform.run("replaceProvider", provider.manifest.source, COMMUNITY);
  expect([back.code, back.text]).toEqual([0, expect.stringContaining("Successfully replaced provider")]);
});
