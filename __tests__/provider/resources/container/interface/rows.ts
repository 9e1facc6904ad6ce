import type { ObjectValue } from "../../../../../provider/schema";
import { confined } from "./confined";
import { connected } from "./connected";
import type { Rows } from "./row";
import { running } from "./running";
import { stored } from "./stored";

/** Every attribute that can be set, and what the engine makes of it. */
export const rows: Rows = (world) => [...running(world), ...connected(world), ...stored(world), ...confined(world)];

/** Ways to ask for nothing: the container is the one that it is without them. */
export const nothing: readonly { readonly name: string; readonly asked: ObjectValue }[] = [
  { name: "texts that are empty", asked: { user: "", working_dir: "", domainname: "", hostname: "", stop_signal: "" } },
  {
    name: "modes that are empty",
    asked: { ipc_mode: "", pid_mode: "", userns_mode: "", uts_mode: "", isolation: "", platform: "" },
  },
  { name: "cgroups and runtimes that are empty", asked: { cgroupns_mode: "", cgroup_parent: "", runtime: "" } },
  { name: "limits that are empty", asked: { cpus: "", cpu_set: "", gpus: "", log_driver: "" } },
  {
    name: "numbers of zero",
    asked: {
      ...{ memory: 0, memory_swap: 0, memory_reservation: 0, shm_size: 0, cpu_shares: 0, cpu_period: 0, cpu_quota: 0 },
      ...{ cpu_rt_period: 0, cpu_rt_runtime: 0, blkio_weight: 0, oom_score_adj: 0, oom_kill_disable: false },
      ...{ max_retry_count: 0, stop_timeout: 0, destroy_grace_seconds: 0, wait_timeout: 0, pids_limit: 0 },
      container_read_refresh_timeout_milliseconds: 0,
    },
  },
  {
    name: "lists that are empty",
    asked: {
      ...{ command: [], entrypoint: [], env: [], dns: [], dns_opts: [], dns_search: [], group_add: [] },
      ...{ annotations: {}, expose: [], links: [] },
      ...{ security_opts: [], tmpfs: {}, sysctls: {}, log_opts: {}, storage_opts: {} },
    },
  },
  {
    name: "answers of no",
    asked: { privileged: false, publish_all_ports: false, read_only: false, tty: false, stdin_open: false, rm: false },
  },
  {
    name: "defaults that are written",
    asked: {
      ...{ restart: "no", network_mode: "bridge", start: true, must_run: true, attach: false, logs: false },
      ...{ wait: false, wait_timeout: 60, remove_volumes: true },
    },
  },
];

/** What no row shows, and why. */
export const elsewhere: Readonly<Record<string, string>> = {
  name: "every row has one",
  image: "every row has one; pull.test.ts and import.test.ts have its other ways",
  engine: "no other engine is at hand; the tests of the provider block have some",
  ...{ env_wo: "state has nothing of it; secrets.test.ts", env_wo_version: "as env_wo" },
  ...{ upload_content_wo: "state has nothing of it; secrets.test.ts", upload_content_wo_version: "as the contents" },
  wait: "it takes time and leaves no trace; wait.test.ts",
  wait_timeout: "it takes time and leaves no trace; wait.test.ts",
  container_read_refresh_timeout_milliseconds: "it takes time and leaves no trace; up.test.ts",
  destroy_grace_seconds: "it shows when the container goes; life.test.ts",
  pre_stop: "it shows when the container stops; life.test.ts",
  "pre_stop.command": "as the block itself",
  "pre_stop.user": "as the block itself",
  "pre_stop.privileged": "as the block itself",
  "pre_stop.working_dir": "as the block itself",
  "pre_stop.environment": "as the block itself",
  restart_triggers: "they leave no trace; life.test.ts",
  remove_volumes: "it shows when the container goes; life.test.ts",
  storage_opts: "they need a storage driver with quotas; refusals.test.ts has the engine's answer",
  blkio_weight: "it needs a kernel with weights of disks; request.test.ts has what is sent",
  blkio_weight_device: "it needs a kernel with weights of disks; request.test.ts has what is sent",
  "blkio_weight_device.path": "as the block itself",
  "blkio_weight_device.weight": "as the block itself",
};
