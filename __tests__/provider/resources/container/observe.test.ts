import { echo } from "./engine-echo";
import { config, created, ended, host, type Row, state, toldOf } from "./observed";

const rows: readonly Row[] = [
  // What the kernel does not have
  {
    name: "weights, rates and what becomes of memory, which the engine leaves out where the kernel has none",
    asked: {
      ...{ blkio_weight: 500, memory_swappiness: 10, oom_kill_disable: true },
      blkio_weight_device: [{ path: "/dev/sda", weight: 10 }],
      device_read_bps: [{ path: "/dev/sda", rate: 1 }],
    },
    found: host({ BlkioWeight: 0, BlkioWeightDevice: [], BlkioDeviceReadBps: null, MemorySwappiness: null }),
    state: {
      ...{ blkio_weight: 500, memory_swappiness: 10, oom_kill_disable: true },
      blkio_weight_device: [{ path: "/dev/sda", weight: 10 }],
      device_read_bps: [{ path: "/dev/sda", rate: 1 }],
    },
  },
  {
    name: "another weight and other rates than were asked for",
    asked: { blkio_weight: 500, device_write_bps: [{ path: "/dev/sda", rate: 1 }] },
    found: host({ BlkioWeight: 100, BlkioDeviceWriteBps: [{ Path: "/dev/sda", Rate: 2 }] }),
    state: { blkio_weight: 100, device_write_bps: [{ path: "/dev/sda", rate: 2 }] },
  },

  // What nobody asked
  {
    name: "what the image and the engine add is not told",
    found: config({
      Env: ["PATH=/bin"],
      Labels: { a: "1", "docker-stages.nonce": "n" },
      Healthcheck: { Test: ["CMD", "true"] },
    }),
    state: { env: [], labels: [], healthcheck: [], dns: undefined, memory_swap: undefined },
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
    name: "no arguments ask for the image's, which are told",
    asked: { command: [] },
    found: config({ Cmd: ["nginx"] }),
    state: { command: ["nginx"] },
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
    name: "one that may end, and had ended when it was last seen, is as it should be",
    asked: { expected_exit_code: 3, exit_code: 3 },
    found: state(ended),
    state: { must_run: true, exit_code: 3 },
  },
  {
    name: "one that may end, and ran when it was last seen, was stopped",
    asked: { expected_exit_code: 3 },
    found: state(ended),
    state: { must_run: false, exit_code: 3 },
  },
  {
    name: "one that may end, and did as soon as it was started, is as it should be, whatever was seen then",
    asked: { expected_exit_code: 3 },
    found: state({ ...ended, FinishedAt: "2026-01-01T00:00:00.999999999Z" }),
    state: { must_run: true, exit_code: 3 },
  },
  {
    name: "one that may end, and ran for a second, was stopped",
    asked: { expected_exit_code: 3 },
    found: state({ ...ended, FinishedAt: "2026-01-01T00:00:01.000000000Z" }),
    state: { must_run: false, exit_code: 3 },
  },
  {
    name: "one that may end, and ended otherwise, does not run",
    asked: { expected_exit_code: 0, exit_code: 0 },
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
    state: { restart: "no", max_retry_count: undefined },
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
    state: { capabilities: [{ add: ["CAP_NET_ADMIN"], drop: undefined }] },
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
  expect(toldOf(found, asked)).toMatchObject(state);
});
