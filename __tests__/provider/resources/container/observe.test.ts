import type { ContainerInspect, ImageInspect } from "../../../../provider/engine";
import { observe, withoutImage } from "../../../../provider/resources/container/observe";
import type { ObjectValue } from "../../../../provider/schema";
import { configOf, echo } from "./engine-echo";

interface Row {
  readonly name: string;
  /** What was asked, of which the engine has made what it has. */
  readonly asked?: ObjectValue;
  readonly found: ContainerInspect;
  readonly state: ObjectValue;
}

const host = (more: object, asked: ObjectValue = {}): ContainerInspect => {
  const found = echo(asked);
  return { ...found, HostConfig: { ...found.HostConfig, ...more } };
};
const config = (more: object, asked: ObjectValue = {}): ContainerInspect => {
  const found = echo(asked);
  return { ...found, Config: { ...found.Config, ...more } };
};
const ended = { Status: "exited", Running: false, ExitCode: 3, StartedAt: "2026-01-01T00:00:00Z" };
const created = { Status: "created", Running: false, ExitCode: 0, StartedAt: "0001-01-01T00:00:00Z" };
const state = (State: object): ContainerInspect => echo({}, { State } as Partial<ContainerInspect>);
const networks = (Networks: object): ContainerInspect =>
  echo({}, { NetworkSettings: { Networks } } as Partial<ContainerInspect>);
const open = (ports: ObjectValue[], Ports: object): ContainerInspect =>
  echo({ ports }, { NetworkSettings: { Ports } } as unknown as Partial<ContainerInspect>);
const front = { NetworkID: "abcdef", Aliases: ["web", "0123456789ab"], IPAMConfig: { IPv4Address: "10.0.0.2" } };

const rows: readonly Row[] = [
  // What nobody asked
  {
    name: "what the image and the engine add is not told",
    found: config({
      Env: ["PATH=/bin"],
      Labels: { a: "1", "docker-stages.nonce": "n" },
      Healthcheck: { Test: ["CMD", "true"] },
    }),
    state: { env: [], labels: [], healthcheck: [], dns: undefined, cgroupns_mode: undefined, memory_swap: undefined },
  },
  {
    name: "what is computed is told",
    found: config({ Cmd: ["nginx"], Entrypoint: null, User: "nginx", WorkingDir: "/srv", StopSignal: "SIGQUIT" }),
    state: {
      command: ["nginx"],
      entrypoint: [],
      user: "nginx",
      working_dir: "/srv",
      stop_signal: "SIGQUIT",
      runtime: "runc",
      shm_size: 64,
      ipc_mode: "private",
      log_driver: "json-file",
      hostname: "0123456789ab",
      init: false,
    },
  },
  {
    name: "what engines from 28 on label an anonymous volume with is not told",
    asked: { mounts: [{ type: "volume", target: "/data", volume_options: [{ no_copy: true }] }] },
    found: host({
      Mounts: [
        {
          Type: "volume",
          Target: "/data",
          VolumeOptions: { NoCopy: true, Labels: { "com.docker.volume.anonymous": "" } },
        },
      ],
    }),
    state: { mounts: [expect.objectContaining({ target: "/data" })] },
  },
  {
    name: "no arguments ask for the image's",
    asked: { command: [] },
    found: config({ Cmd: ["nginx"] }),
    state: { command: [] },
  },
  {
    name: "an entrypoint that was taken away",
    asked: { entrypoint: [""] },
    found: config({ Entrypoint: null }),
    state: { entrypoint: [""] },
  },

  // Life cycle
  { name: "one that runs must run", found: echo(), state: { must_run: true, exit_code: undefined } },
  {
    name: "one that has ended does not, and has an exit code",
    found: state(ended),
    state: { must_run: false, exit_code: 3 },
  },
  {
    name: "one that need not run",
    asked: { must_run: false },
    found: state(ended),
    state: { must_run: false, exit_code: 3 },
  },
  {
    name: "one that was never started has no exit code",
    asked: { start: false },
    found: state(created),
    state: { must_run: true, exit_code: undefined },
  },
  {
    name: "one that is being restarted is up",
    found: state({ Status: "restarting", Running: true, Restarting: true, ExitCode: 1 }),
    state: { must_run: true, exit_code: undefined },
  },
  {
    name: "no restart policy",
    found: host({ RestartPolicy: { Name: "", MaximumRetryCount: 0 } }),
    state: { restart: "no", max_retry_count: 0 },
  },

  // Image
  { name: "the image as it was asked", found: echo(), state: { image: "alpine" } },
  {
    name: "the image's id, where that was asked",
    asked: { image: "sha256:aa" },
    found: echo(),
    state: { image: "sha256:aa" },
  },
  { name: "another image", asked: { image: "debian" }, found: echo(), state: { image: "alpine" } },

  // Labels and variables
  {
    name: "a label that was changed",
    asked: { labels: [{ label: "a", value: "1" }] },
    found: config({ Labels: { a: "2", b: "3" } }),
    state: { labels: [{ label: "a", value: "2" }] },
  },
  {
    name: "variables that were asked for",
    asked: { env: ["B", "A=1", "C=3"] },
    found: config({ Env: ["PATH=/bin", "A=1"] }),
    state: { env: ["B", "A=1"] },
  },

  // Network
  {
    name: "networks that it is on, by name and by id",
    asked: {
      networks_advanced: [
        { name: "front", aliases: ["web"] },
        { name: "abc" },
        { name: "gone" },
        { name: "front", ipv4_address: "10.0.0.3" },
      ],
    },
    found: networks({ front }),
    state: {
      networks_advanced: [
        { name: "front", aliases: ["web"], ipv4_address: undefined, ipv6_address: undefined },
        { name: "abc", aliases: undefined, ipv4_address: undefined, ipv6_address: undefined },
      ],
    },
  },
  {
    name: "what it has on its networks, in order of their names",
    found: networks({ b: { IPAddress: "10.0.0.2", IPPrefixLen: 24, Gateway: "10.0.0.1", MacAddress: "02:42" }, a: {} }),
    state: {
      network_data: [
        {
          network_name: "a",
          ip_address: "",
          ip_prefix_length: 0,
          gateway: "",
          global_ipv6_address: "",
          global_ipv6_prefix_length: 0,
          ipv6_gateway: "",
          mac_address: "",
        },
        {
          network_name: "b",
          ip_address: "10.0.0.2",
          ip_prefix_length: 24,
          gateway: "10.0.0.1",
          global_ipv6_address: "",
          global_ipv6_prefix_length: 0,
          ipv6_gateway: "",
          mac_address: "02:42",
        },
      ],
    },
  },
  {
    name: "another container's network that is gone, whose id stands in place of its name",
    asked: { network_mode: "container:db" },
    found: host({ NetworkMode: "container:abc" }),
    state: { network_mode: "container:abc" },
  },
  {
    name: "the docker CLI's default network",
    found: host({ NetworkMode: "default" }),
    state: { network_mode: "bridge" },
  },
  {
    name: "hosts, with an IPv6 address too",
    asked: {
      host: [
        { host: "a", ip: "::1" },
        { host: "b", ip: "1.2.3.4" },
      ],
    },
    found: host({ ExtraHosts: ["a:::1", "c:1.1.1.1"] }),
    state: { host: [{ host: "a", ip: "::1" }] },
  },

  // Ports
  {
    name: "the port of the host that the engine chose",
    asked: { ports: [{ internal: 80 }] },
    found: open([{ internal: 80 }], { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32768" }] }),
    state: { ports: [{ internal: 80, external: 32768, ip: "0.0.0.0", protocol: "tcp" }] },
  },
  {
    name: "another one than before",
    asked: { ports: [{ internal: 80, external: 32768 }] },
    found: open([{ internal: 80 }], { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32800" }] }),
    state: { ports: [{ internal: 80, external: 32800, ip: "0.0.0.0", protocol: "tcp" }] },
  },
  {
    name: "none while it does not run",
    asked: {
      ports: [
        { internal: 80, external: 32768 },
        { internal: 81, external: 8081 },
      ],
    },
    found: open([{ internal: 80 }, { internal: 81, external: 8081 }], {}),
    state: {
      ports: [
        { internal: 80, external: undefined, ip: "0.0.0.0", protocol: "tcp" },
        { internal: 81, external: 8081, ip: "0.0.0.0", protocol: "tcp" },
      ],
    },
  },
  {
    name: "the engine's choice that was written as 0",
    asked: { ports: [{ internal: 80, external: 0 }] },
    found: open([{ internal: 80, external: 0 }], { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32768" }] }),
    state: { ports: [{ internal: 80, external: 0, ip: "0.0.0.0", protocol: "tcp" }] },
  },
  {
    name: "two ports of the engine's choice for one",
    asked: { ports: [{ internal: 80 }, { internal: 80 }] },
    found: open([{ internal: 80 }, { internal: 80 }], {
      "80/tcp": [
        { HostIp: "0.0.0.0", HostPort: "1" },
        { HostIp: "0.0.0.0", HostPort: "2" },
      ],
    }),
    state: {
      ports: [
        { internal: 80, external: 1, ip: "0.0.0.0", protocol: "tcp" },
        { internal: 80, external: 2, ip: "0.0.0.0", protocol: "tcp" },
      ],
    },
  },
  {
    name: "a port of the host that was asked for and is another one",
    asked: { ports: [{ internal: 80, external: 8080 }] },
    found: open([{ internal: 80, external: 9090 }], {}),
    state: { ports: [] },
  },
  {
    name: "ports that all are published are not among those that were asked",
    asked: { publish_all_ports: true },
    found: echo({ publish_all_ports: true }, {
      NetworkSettings: { Ports: { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "1" }] } },
    } as unknown as Partial<ContainerInspect>),
    state: { ports: [], publish_all_ports: true },
  },

  // Limits
  {
    name: "limits in MiB, to the byte",
    found: host({ Memory: 100.5 * 1024 * 1024, MemoryReservation: 1048576, CpuShares: 2, NanoCpus: 5e8, PidsLimit: 7 }),
    state: { memory: 100.5, memory_reservation: 1, cpu_shares: 2, cpus: "0.5", pids_limit: 7 },
  },
  {
    name: "a limit of swap",
    asked: { memory_swap: 128 },
    found: host({ MemorySwap: 64 * 1024 * 1024 }),
    state: { memory_swap: 64 },
  },
  {
    name: "a limit of swap that the kernel does not have",
    asked: { memory_swap: 128 },
    found: host({ MemorySwap: -1 }),
    state: { memory_swap: 128 },
  },

  // Security
  {
    name: "a capability that it lost",
    asked: { capabilities: [{ add: ["net_admin", "CHOWN"] }] },
    found: host({ CapAdd: ["CAP_NET_ADMIN"] }),
    state: { capabilities: [{ add: ["net_admin"], drop: undefined }] },
  },
  {
    name: "security options that nobody asked",
    found: host({ SecurityOpt: ["label=disable"] }),
    state: { security_opts: ["label=disable"] },
  },
  {
    name: "system paths",
    asked: { security_opts: ["systempaths=unconfined"] },
    found: host({ MaskedPaths: [], ReadonlyPaths: [] }),
    state: { security_opts: ["systempaths=unconfined"] },
  },
  {
    name: "system paths that are confined",
    asked: { security_opts: ["systempaths=unconfined"] },
    found: host({ MaskedPaths: ["/proc/kcore"], ReadonlyPaths: [] }),
    state: { security_opts: [] },
  },
  {
    name: "a profile whose file is not here is taken to be the same",
    asked: { security_opts: ["seccomp=/no/such.json"] },
    found: host({ SecurityOpt: ["seccomp={}"] }),
    state: { security_opts: ["seccomp=/no/such.json"] },
  },
  {
    name: "processes of another container that is gone",
    asked: { pid_mode: "container:db" },
    found: host({ PidMode: "container:abc" }),
    state: { pid_mode: "container:abc" },
  },

  // The rest
  {
    name: "a health check",
    asked: { healthcheck: [{ test: ["CMD", "true"], interval: "1m" }] },
    found: config({ Healthcheck: { Test: ["CMD", "false"], Interval: 90e9 } }),
    state: {
      healthcheck: [
        {
          test: ["CMD", "false"],
          interval: "1m30s",
          timeout: "0s",
          start_period: "0s",
          start_interval: "0s",
          retries: 0,
        },
      ],
    },
  },
  {
    name: "a health check whose test and times are the image's",
    asked: { healthcheck: [{ test: [], retries: 2 }] },
    found: config({ Healthcheck: { Test: ["CMD", "true"], Interval: 90e9, Timeout: 5e9, Retries: 2 } }),
    state: {
      healthcheck: [{ test: [], interval: "0s", timeout: "0s", start_period: "0s", start_interval: "0s", retries: 2 }],
    },
  },
  {
    name: "a start interval that the engine does not know",
    asked: { healthcheck: [{ test: ["NONE"], start_interval: "1s" }] },
    found: config({ Healthcheck: { Test: ["NONE"] } }),
    state: {
      healthcheck: [
        { test: ["NONE"], interval: "0s", timeout: "0s", start_period: "0s", start_interval: "1s", retries: 0 },
      ],
    },
  },
  {
    name: "options of the log driver that were asked for",
    asked: { log_opts: { "max-size": "1m" } },
    found: host({ LogConfig: { Type: "json-file", Config: { "max-size": "2m", "max-file": "3" } } }),
    state: { log_opts: { "max-size": "2m" } },
  },
  {
    name: "GPUs as they were asked",
    asked: { gpus: "device=0,1" },
    found: echo({ gpus: "device=0,1" }),
    state: { gpus: "device=0,1" },
  },
];

test.each(rows)("$name", ({ asked, found, state }) => {
  expect(observe(found, configOf(asked))).toMatchObject(state);
});

describe("on import", () => {
  const imported = (found: ContainerInspect, image?: Partial<ImageInspect["Config"]>): ObjectValue =>
    observe(withoutImage(found, image ? ({ Config: image } as ImageInspect) : undefined), undefined) as ObjectValue;

  const blocks: readonly { name: string; asked: ObjectValue }[] = [
    {
      name: "volumes",
      asked: {
        volumes: [
          { volume_name: "v", container_path: "/v", read_only: true },
          { host_path: "/h", container_path: "/h" },
          { from_container: "c" },
          { container_path: "/a" },
        ],
      },
    },
    {
      name: "mounts",
      asked: {
        mounts: [
          { type: "bind", source: "/s", target: "/t", bind_options: [{ propagation: "shared" }] },
          { type: "tmpfs", target: "/u", tmpfs_options: [{ size_bytes: 1 }] },
          { type: "volume", target: "/v", volume_options: [{ no_copy: true, labels: [{ label: "a", value: "b" }] }] },
        ],
      },
    },
    {
      name: "devices",
      asked: {
        devices: [{ host_path: "/dev/a" }, { host_path: "/dev/b", container_path: "/dev/c", permissions: "r" }],
      },
    },
    { name: "ulimit", asked: { ulimit: [{ name: "nofile", soft: 1, hard: 2 }] } },
    { name: "capabilities", asked: { capabilities: [{ add: ["NET_ADMIN"], drop: ["MKNOD"] }] } },
    { name: "host", asked: { host: [{ host: "a", ip: "1.2.3.4" }] } },
    { name: "ports", asked: { ports: [{ internal: 80, external: 8080 }] } },
    { name: "labels", asked: { labels: [{ label: "a", value: "1" }] } },
    {
      name: "networks_advanced",
      asked: { networks_advanced: [{ name: "front", aliases: ["web"], ipv4_address: "10.0.0.2" }] },
    },
  ];
  test.each(blocks)("$name are told as they would be written", ({ name, asked }) => {
    expect(imported(echo(asked))[name]).toEqual((configOf(asked) as unknown as ObjectValue)[name]);
  });

  test("ports are told in the order of their numbers", () => {
    const ports = [{ internal: 443 }, { internal: 80 }, { internal: 8080 }];
    expect(imported(echo({ ports }))["ports"]).toMatchObject([{ internal: 80 }, { internal: 443 }, { internal: 8080 }]);
  });

  test("what the image has is not taken for what was asked", () => {
    const image = {
      Env: ["PATH=/bin", "A=1"],
      Labels: { a: "1" },
      Volumes: { "/data": {} },
      Healthcheck: { Test: ["CMD", "true"] },
    };
    const found = config({ ...image, Env: ["PATH=/bin", "A=2"], Labels: { a: "1", b: "2" } });
    expect(imported(found, image)).toMatchObject({
      env: ["A=2"],
      labels: [{ label: "b", value: "2" }],
      volumes: [],
      healthcheck: [],
    });
  });

  test("whether it must run is whether it runs", () => {
    expect(imported(echo())["must_run"]).toBe(true);
    expect(imported(state(ended))["must_run"]).toBe(false);
  });

  test("the engine's own limit of swap is none that was asked", () => {
    expect(imported(host({ Memory: 2 ** 26, MemorySwap: 2 ** 27 }))["memory_swap"]).toBeUndefined();
    expect(imported(host({ Memory: 2 ** 26, MemorySwap: 2 ** 26 }))["memory_swap"]).toBe(64);
  });

  test("the network that the mode stands for is not told twice, nor is the container's own short id an alias", () => {
    const found = networks({ bridge: {}, front: { Aliases: ["0123456789ab"] } });
    expect(imported(found)["networks_advanced"]).toEqual([
      { name: "front", aliases: undefined, ipv4_address: undefined, ipv6_address: undefined },
    ]);
  });
});
