import { argumentsOf } from "../../compile-project-text";

test.each<[body: string, becomes: object]>([
  ["command: [a, b]", { command: ["a", "b"] }],
  ["entrypoint: a b", { entrypoint: ["a", "b"] }],
  // None in place of the image's, which docker_container is asked for so. Without a value it is the image's own.
  ["entrypoint: []", { entrypoint: [""] }],
  ['entrypoint: ""\ncommand: a', { entrypoint: [""], command: ["a"] }],
  ["entrypoint:", {}],
  ["environment: {A: 1, B: }", { env: ["A=1", "B"] }],
  ["user: u", { user: "u" }],
  ["working_dir: /w", { workingDir: "/w" }],
  ["tty: true\nstdin_open: true", { tty: true, stdinOpen: true }],
  ["init: false", { init: false }],
  ["stop_signal: SIGINT", { stopSignal: "SIGINT" }],
  ["stop_grace_period: 1500ms", { stopTimeout: 1, destroyGraceSeconds: 1 }],
  ["stop_grace_period: 0s", { stopTimeout: 1, destroyGraceSeconds: 0 }],
  [
    "pre_stop: [{command: a b, user: u, environment: [A=1]}]",
    { preStop: [expect.objectContaining({ command: ["a", "b"], user: "u", environment: { A: "1" } })] },
  ],
  ["ports: ['8000-8010:80']", { ports: [expect.objectContaining({ internal: 80, externalRange: "8000-8010" })] }],
  [
    "ports: [{target: 80, published: 8000-8010}]\nscale: 2",
    { ports: [expect.objectContaining({ internal: 80, externalRange: "8000-8010" })] },
  ],
  [
    "ports: ['8000-8001:80-81']",
    {
      ports: [
        expect.objectContaining({ internal: 80, external: 8000, externalRange: undefined }),
        expect.objectContaining({ internal: 81, external: 8001, externalRange: undefined }),
      ],
    },
  ],
  [
    "volumes: [{type: image, source: i, target: /i, image: {subpath: a}}]",
    { mounts: [expect.objectContaining({ type: "image", source: "i", imageOptions: { subpath: "a" } })] },
  ],
  ["healthcheck: {disable: true}", { healthcheck: { test: ["NONE"] } }],
  [
    "healthcheck: {test: [CMD, a], interval: 1m, timeout: 2s, retries: 3, start_period: 4s, start_interval: 5s}",
    {
      healthcheck: {
        test: ["CMD", "a"],
        interval: "1m",
        timeout: "2s",
        retries: 3,
        startPeriod: "4s",
        startInterval: "5s",
      },
    },
  ],
  ["logging: {driver: local, options: {a: b}}", { logDriver: "local", logOpts: { a: "b" } }],
  ["restart: unless-stopped", { restart: "unless-stopped" }],
  ["restart: always", { restart: "always" }],
  ["restart: on-failure:3", { restart: "on-failure", maxRetryCount: 3 }],
  ["restart: 'no'", { restart: "no" }],
  ["restart: always\ndeploy: {restart_policy: {condition: none}}", { restart: "no" }],
  ["deploy: {restart_policy: {condition: on-failure, max_attempts: 2}}", { restart: "on-failure", maxRetryCount: 2 }],
  // Without a condition `docker compose` names the engine no policy, and nothing is started again.
  ["deploy: {restart_policy: {delay: 1s}}", {}],
  ["restart: always\ndeploy: {restart_policy: {condition: ''}}", {}],
  ["deploy: {restart_policy: {condition: any, max_attempts: 0}}", { restart: "always", maxRetryCount: 0 }],
  ["cpus: 0.5", { cpus: "0.5" }],
  ["cpus: 0.5\ndeploy: {resources: {limits: {cpus: '1.5'}}}", { cpus: "1.5" }],
  ["cpu_shares: 1\ncpu_period: 2\ncpu_quota: 3", { cpuShares: 1, cpuPeriod: 2, cpuQuota: 3 }],
  ["cpu_rt_period: 1\ncpu_rt_runtime: 2\ncpuset: '0,1'", { cpuRtPeriod: 1, cpuRtRuntime: 2, cpuSet: "0,1" }],
  [
    "mem_limit: 64m\nmemswap_limit: -1\nmem_reservation: 32m\nmem_swappiness: 60",
    { memory: 64, memorySwap: -1, memoryReservation: 32, memorySwappiness: 60 },
  ],
  ["mem_swappiness: 0", {}],
  ["mem_limit: 1000", { memory: 1000 / 1048576 }],
  [
    "deploy: {resources: {limits: {memory: 8m, pids: 9}, reservations: {memory: 4m}}}",
    { memory: 8, pidsLimit: 9, memoryReservation: 4 },
  ],
  ["oom_kill_disable: true\noom_score_adj: -5\npids_limit: 7", { oomKillDisable: true, oomScoreAdj: -5, pidsLimit: 7 }],
  ["shm_size: 128m", { shmSize: 128 }],
  [
    "ulimits: {nofile: {soft: 1, hard: 2}, nproc: 3}",
    {
      ulimit: [
        { name: "nofile", soft: 1, hard: 2 },
        { name: "nproc", soft: 3, hard: 3 },
      ],
    },
  ],
  ["storage_opt: {size: 1G}", { storageOpts: { size: "1G" } }],
  [
    "blkio_config: {weight: 300, weight_device: [{path: /dev/a, weight: 400}], device_read_bps: [{path: /dev/a, rate: 1k}]}",
    {
      blkioWeight: 300,
      blkioWeightDevice: [{ path: "/dev/a", weight: 400 }],
      deviceReadBps: [{ path: "/dev/a", rate: 1024 }],
    },
  ],
  ["cap_add: [A]\ncap_drop: [B]", { capabilities: { add: ["A"], drop: ["B"] } }],
  ["privileged: true\nread_only: true", { privileged: true, readOnly: true }],
  ["security_opt: [a]\nuserns_mode: host", { securityOpts: ["a"], usernsMode: "host" }],
  [
    "security_opt: [seccomp=./a.json, 'seccomp:b.json', seccomp=/c.json, seccomp=unconfined, 'seccomp={}', no-new-privileges]",
    {
      securityOpts: [
        "seccomp=/p/a.json",
        "seccomp:/p/b.json",
        "seccomp=/c.json",
        "seccomp=unconfined",
        "seccomp={}",
        "no-new-privileges",
      ],
    },
  ],
  ["ipc: host\npid: host\nuts: host", { ipcMode: "host", pidMode: "host", utsMode: "host" }],
  ["cgroup: private\ncgroup_parent: p", { cgroupnsMode: "private", cgroupParent: "p" }],
  ["group_add: [a, 1]\nsysctls: {a: 1}\nruntime: r", { groupAdd: ["a", "1"], sysctls: { a: "1" }, runtime: "r" }],
  ["annotations: {a: b}\nplatform: linux/arm64", { annotations: { a: "b" }, platform: "linux/arm64" }],
  [
    "devices: ['/dev/a:/dev/b:r', /dev/c, {source: /dev/d, target: /dev/e, permissions: w}]\ndevice_cgroup_rules: ['c 1:3 mr']",
    {
      devices: [
        { hostPath: "/dev/a", containerPath: "/dev/b", permissions: "r" },
        { hostPath: "/dev/c", containerPath: undefined, permissions: undefined },
        { hostPath: "/dev/d", containerPath: "/dev/e", permissions: "w" },
      ],
      deviceCgroupRules: ["c 1:3 mr"],
    },
  ],
  // CDI devices are one request, as `docker compose` sends them.
  [
    "devices: [nvidia.com/gpu=all, /dev/c, 'vendor.com/a=b:c', {source: vendor.com/a=1, target: vendor.com/a=1}, 'a/b=c:/dev/d', 'a.b/c=-d']\ngpus: all",
    {
      devices: [
        { hostPath: "/dev/c", containerPath: undefined, permissions: undefined },
        { hostPath: "vendor.com/a=b", containerPath: "c", permissions: undefined },
        { hostPath: "a/b=c", containerPath: "/dev/d", permissions: undefined },
        { hostPath: "a.b/c=-d", containerPath: undefined, permissions: undefined },
      ],
      deviceRequests: [
        { driver: "cdi", deviceIds: ["nvidia.com/gpu=all", "vendor.com/a=1"] },
        expect.objectContaining({ count: -1, capabilities: ["gpu"] }),
      ],
    },
  ],
  ["devices: [nvidia.com/gpu=0]", { deviceRequests: [{ driver: "cdi", deviceIds: ["nvidia.com/gpu=0"] }] }],
  ["gpus: all", { deviceRequests: [expect.objectContaining({ count: -1, capabilities: ["gpu"] })] }],
  [
    "deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 2, capabilities: [gpu, utility]}]}}}",
    { deviceRequests: [expect.objectContaining({ driver: "nvidia", count: 2, capabilities: ["gpu", "utility"] })] },
  ],
  ["hostname: h\ndomainname: d", { hostname: "h", domainname: "d" }],
  ["dns: [1.1.1.1]\ndns_opt: [a]\ndns_search: b", { dns: ["1.1.1.1"], dnsOpts: ["a"], dnsSearch: ["b"] }],
  // Empty ones are left out of `dns` alone. Source: compose-go, loader/omitEmpty.go
  ["dns: ['', 1.1.1.1]\ndns_search: ['']", { dns: ["1.1.1.1"], dnsSearch: [""] }],
  ["dns: ''", {}],
  [
    "extra_hosts: ['a:10.0.0.1', 'b=host-gateway']",
    {
      host: [
        { host: "a", ip: "10.0.0.1" },
        { host: "b", ip: "host-gateway" },
      ],
    },
  ],
  ["expose: [80]", { expose: ["80"] }],
])("%s", (body, becomes) => {
  expect(argumentsOf(body)).toEqual(becomes);
});
