import { container } from "../../../../provider/resources/container";
import type { ObjectValue } from "../../../../provider/schema";
import { validateConfig } from "../../../../provider/schema/operations";
import { formatPath } from "../../../../provider/schema/path";
import { complete } from "../../../../provider/schema/plan/conform";

const complaints = (config: ObjectValue) =>
  validateConfig(container, complete(container.schema, { name: "web", image: "alpine", ...config }));

/** What is refused before anything is made: where, and what helps. */
const rows: readonly { config: ObjectValue; path: string; says: string }[] = [
  { config: { name: "/web" }, path: "name", says: '"/web" is no name of a container; write two or more of' },
  { config: { name: "w" }, path: "name", says: "write two or more of" },
  { config: { image: "Alpine" }, path: "image", says: "has capital letters; names of images are lower-case: `alpine`" },
  { config: { env: ["=a", ""] }, path: "env", says: "2 of its items have no name; write `NAME=value`" },
  { config: { pre_stop: [{ command: [] }] }, path: "pre_stop[0].command", says: "the command is empty" },
  {
    config: { rm: true, restart_triggers: ["a"] },
    path: "restart_triggers",
    says: "remove `rm`, or `restart_triggers`",
  },
  { config: { stop_timeout: 1.5 }, path: "stop_timeout", says: "1.5 is out of range; write a whole number of seconds" },
  {
    config: { restart: "sometimes" },
    path: "restart",
    says: "write one of `no`, `on-failure`, `always`, `unless-stopped`",
  },
  {
    config: { max_retry_count: -1, restart: "on-failure" },
    path: "max_retry_count",
    says: "-1 is out of range; write a whole number of retries from 0 on",
  },
  { config: { wait_timeout: -1 }, path: "wait_timeout", says: "write a whole number of seconds from 0 on" },
  {
    config: { expected_exit_code: 256, must_run: false },
    path: "expected_exit_code",
    says: "write a whole number from 0 to 255",
  },
  {
    config: { healthcheck: [{ test: ["true"] }] },
    path: "healthcheck[0].test",
    says: 'the test begins with "true"; write `["CMD", "PROGRAM", …]`',
  },
  {
    config: { healthcheck: [{ test: ["NONE"], interval: "5" }] },
    path: "healthcheck[0].interval",
    says: '"5" is no duration',
  },
  {
    config: { healthcheck: [{ test: ["NONE"], timeout: "10us" }] },
    path: "healthcheck[0].timeout",
    says: "10us is shorter than 1ms",
  },
  {
    config: { healthcheck: [{ test: ["NONE"], retries: -1 }] },
    path: "healthcheck[0].retries",
    says: "write a whole number from 0 on",
  },
  {
    config: { blkio_weight: 9 },
    path: "blkio_weight",
    says: "9 is out of range; write a whole number from 10 to 1000",
  },
  {
    config: { blkio_weight_device: [{ path: "/dev/sda", weight: 0 }] },
    path: "blkio_weight_device",
    says: "0 is out of range; write a whole number from 10 to 1000",
  },
  {
    config: { device_read_bps: [{ path: "sda", rate: 1 }] },
    path: "device_read_bps",
    says: "`/dev/sda` for instance",
  },
  {
    config: { device_write_iops: [{ path: "/dev/sda", rate: 0.5 }] },
    path: "device_write_iops",
    says: "0.5 is out of range; write a whole number of operations from 0 on",
  },
  { config: { memory_swappiness: 101 }, path: "memory_swappiness", says: "write a whole number from 0 to 100" },
  { config: { oom_score_adj: -1001 }, path: "oom_score_adj", says: "write a whole number from -1000 to 1000" },
  { config: { cpu_rt_period: -1 }, path: "cpu_rt_period", says: "write a whole number of microseconds from 0 on" },
  {
    config: { networks_advanced: [{ name: "a", ipv4_address: "10.0.0" }] },
    path: "networks_advanced",
    says: '"10.0.0" is no IPv4 address',
  },
  {
    config: { networks_advanced: [{ name: "a", mac_address: "02:42:ac-1e:00:0a" }] },
    path: "networks_advanced",
    says: '"02:42:ac-1e:00:0a" is no MAC address; write one like `02:42:ac:1e:00:0a`',
  },
  {
    config: { networks_advanced: [{ name: "a", link_local_ips: ["169.254"] }] },
    path: "networks_advanced",
    says: '"169.254" is no IP address',
  },
  {
    config: { networks_advanced: [{ name: "a", driver_opts: ["alone"] }] },
    path: "networks_advanced",
    says: '"alone" is no option of a driver; write `NAME=VALUE`',
  },
  {
    config: { networks_advanced: [{ name: "a", gw_priority: 0.5 }] },
    path: "networks_advanced",
    says: "0.5 is out of range; write a whole number",
  },
  {
    config: { networks_advanced: [{ name: "a", links: [":db"] }] },
    path: "networks_advanced",
    says: '":db" is no link; write `CONTAINER` or `CONTAINER:ALIAS`',
  },
  {
    config: { networks_advanced: [{ name: "a", ipv6_address: "10.0.0.1" }] },
    path: "networks_advanced",
    says: '"10.0.0.1" is no IPv6 address',
  },
  { config: { host: [{ host: "a", ip: "b" }] }, path: "host", says: '"b" is no IP address' },
  {
    config: { ports: [{ internal: 0 }] },
    path: "ports[0].internal",
    says: "0 is out of range; write a whole number from 1 to 65535",
  },
  {
    config: { ports: [{ internal: 80, external: 70_000 }] },
    path: "ports[0].external",
    says: "70000 is out of range; write a whole number from 0 to 65535",
  },
  {
    config: { ports: [{ internal: 80, external_range: "8010-8000" }] },
    path: "ports[0].external_range",
    says: '"8010-8000" is no range of ports; write the first and the last, like `8000-8010`',
  },
  {
    config: { ports: [{ internal: 80, internal_to: 79, external: 80 }] },
    path: "ports[0]",
    says: "`internal_to` is 79, before `internal`, 80",
  },
  { config: { ports: [{ internal: 80, internal_to: 81 }] }, path: "ports[0]", says: "`external = 80`" },
  {
    config: { ports: [{ internal: 80, internal_to: 90, external: 65_530 }] },
    path: "ports[0]",
    says: "`external` of 65525 or less",
  },
  { config: { ports: [{ internal: 80, ip: "localhost" }] }, path: "ports[0].ip", says: '"localhost" is no IP address' },
  {
    config: { ports: [{ internal: 80, protocol: "http" }] },
    path: "ports[0].protocol",
    says: "write one of `tcp`, `udp`, `sctp`",
  },
  { config: { volumes: [{ host_path: "data", container_path: "/data" }] }, path: "volumes", says: 'abspath("data")' },
  { config: { volumes: [{ container_path: "data" }] }, path: "volumes", says: "write one of the container, `/data`" },
  { config: { networks_advanced: [{ name: "" }] }, path: "networks_advanced", says: "write its name or id" },
  { config: { env: ["A=1", undefined] }, path: "env", says: "an item is null; leave it out" },
  { config: { volumes: [{ volume_name: "data" }] }, path: "volumes", says: "set `container_path` or `from_container`" },
  {
    config: { volumes: [{ container_path: "/a", from_container: "b" }] },
    path: "volumes",
    says: "only one of the two can be set; remove `container_path` or `from_container`",
  },
  {
    config: { mounts: [{ type: "bin", target: "/a" }] },
    path: "mounts",
    says: "write one of `bind`, `volume`, `tmpfs`",
  },
  { config: { mounts: [{ type: "tmpfs", target: "a" }] }, path: "mounts", says: '"a" is not absolute' },
  { config: { mounts: [{ type: "bind", target: "/a" }] }, path: "mounts", says: "a mount of type bind has no source" },
  { config: { mounts: [{ type: "bind", source: "./a", target: "/a" }] }, path: "mounts", says: 'abspath("./a")' },
  { config: { mounts: [{ type: "tmpfs", source: "a", target: "/a" }] }, path: "mounts", says: "a tmpfs has no source" },
  {
    config: { mounts: [{ type: "bind", source: "/a", target: "/a", bind_options: [{ propagation: "x" }] }] },
    path: "mounts",
    says: '"x" is not allowed; write one of `private`, `rprivate`',
  },
  {
    config: { mounts: [{ type: "tmpfs", target: "/a", tmpfs_options: [{ size_bytes: -1 }] }] },
    path: "mounts",
    says: "-1 is out of range; write a whole number from 0 on",
  },
  { config: { upload: [{ file: "/a/", content: "" }] }, path: "upload", says: '"/a/" is no path of a file' },
  { config: { upload: [{ file: "/a" }] }, path: "upload", says: "set `content`, `content_base64` or `source`" },
  {
    config: { upload: [{ file: "/a", content: "a", source: "b" }] },
    path: "upload",
    says: "only one of the two can be set; remove `content` or `source`",
  },
  { config: { upload: [{ file: "/a", content_base64: "?" }] }, path: "upload", says: "the value is not base64" },
  {
    config: { upload: [{ file: "/a", content: "a", permissions: "644" }] },
    path: "upload",
    says: "write four octal digits",
  },
  {
    config: { capabilities: [{ add: ["NET_ADMIN", "NET_ADMINS"] }] },
    path: "capabilities",
    says: '"NET_ADMINS": no such capability; Linux has AUDIT_CONTROL',
  },
  { config: { security_opts: ["confined"] }, path: "security_opts", says: '"confined": write `NAME=VALUE`' },
  {
    config: { security_opts: ["systempaths=confined"] },
    path: "security_opts",
    says: "write `systempaths=unconfined`",
  },
  { config: { cgroupns_mode: "shared" }, path: "cgroupns_mode", says: "write one of `private`, `host`" },
  { config: { memory: -1 }, path: "memory", says: "write a number of MiB from 0 on" },
  { config: { memory_swap: -2 }, path: "memory_swap", says: "write a number of MiB from -1 on" },
  {
    config: { shm_size: 0.3 },
    path: "shm_size",
    says: "0.3 is out of range; write a number of MiB from 0 on that is a whole number of bytes",
  },
  { config: { cpus: "many" }, path: "cpus", says: '"many" is no number of CPUs' },
  { config: { cpus: "0" }, path: "cpus", says: "greater than 0" },
  { config: { cpu_set: "0-" }, path: "cpu_set", says: "write numbers and ranges with commas between them" },
  { config: { cpu_shares: -1 }, path: "cpu_shares", says: "write a whole number of shares from 0 on" },
  { config: { devices: [{ host_path: "tun" }] }, path: "devices", says: '"tun" is not absolute' },
  { config: { devices: [{ host_path: "/dev/a", permissions: "x" }] }, path: "devices", says: "write letters of `rwm`" },
  { config: { gpus: "some" }, path: "gpus", says: '"some" is no number of GPUs' },
  // Several attributes together
  { config: { attach: true }, path: "attach", says: "set `must_run = false` where it is to end" },
  { config: { max_retry_count: 3 }, path: "max_retry_count", says: 'set `restart = "on-failure"`' },
  { config: { rm: true, restart: "always" }, path: "rm", says: "remove one of the two" },
  {
    config: { network_mode: "host", networks_advanced: [{ name: "a" }] },
    path: "networks_advanced",
    says: "such a container cannot be on any other network",
  },
];

test.each(rows)("$path: $says", ({ config, path, says }) => {
  const found = complaints(config);
  expect(found).toMatchObject([{ severity: "error", detail: expect.stringContaining(says) }]);
  expect(formatPath(found[0]!.path ?? [])).toBe(path);
});

test.each([
  {
    config: { volumes: [{ volume_name: "a", host_path: "/a", container_path: "/a" }] },
    says: "host_path has no effect beside volume_name",
  },
  {
    config: { volumes: [{ from_container: "a", host_path: "/a" }] },
    says: "host_path has no effect beside from_container",
  },
  {
    config: { volumes: [{ from_container: "a", volume_name: "a" }] },
    says: "volume_name has no effect beside from_container",
  },
  { config: { cpus: "1", cpu_period: 5 }, says: "cpu_period has no effect beside cpus" },
  { config: { cpus: "1", cpu_quota: 5 }, says: "cpu_quota has no effect beside cpus" },
  {
    config: { upload: [{ file: "/a", content: "a", executable: true, permissions: "0600" }] },
    says: "executable has no effect beside permissions",
  },
  {
    config: { mounts: [{ type: "volume", target: "/a", tmpfs_options: [{}] }] },
    says: "tmpfs_options have no effect on a mount of type volume",
  },
])("$says, which is worth a warning", ({ config, says }) => {
  expect(complaints(config)).toMatchObject([{ severity: "warning", summary: says }]);
});

test("everything is told at once", () => {
  expect(complaints({ name: "/", memory: -1, ports: [{ internal: 0, external: -1 }] })).toHaveLength(4);
});
