import type { BuildRefusal, BuildRow, World } from "./row";

const limits = (name: string, ...files: readonly string[]) =>
  `RUN echo ${name} $(cat ${files.map((file) => `/sys/fs/cgroup/${file}`).join(" ")} 2>/dev/null)`;

export const buildRows = ({ base, outdated, name, file }: World): readonly BuildRow[] => [
  {
    name: "its context is copied from",
    dockerfile: `FROM ${base}\nCOPY said /said\nRUN cat /said`,
    files: { said: "of the context" },
    block: {},
    says: /of the context/,
    alone: true,
  },
  {
    name: "its Dockerfile has a name of its own",
    dockerfile: `FROM ${base}`,
    files: { "docker/App.Dockerfile": `FROM ${base}\nRUN echo of $(echo another) Dockerfile` },
    block: { dockerfile: "docker/App.Dockerfile" },
    says: /of another Dockerfile/,
  },
  {
    name: "it has more names than one",
    dockerfile: `FROM ${base}\nRUN true names`,
    block: { tag: [name("second:1"), name("third")] },
    inspect: { RepoTags: expect.arrayContaining([name("second:1"), `${name("third")}:latest`]) },
  },
  {
    name: "it ends with a stage before the last",
    dockerfile: `FROM ${base} AS first\nLABEL stage=first\nFROM ${base}\nLABEL stage=last`,
    block: { target: "first" },
    inspect: { Config: { Labels: { stage: "first" } } },
  },
  {
    name: "its arguments have values, empty ones too",
    dockerfile: `FROM ${base}\nARG WORD=none\nARG EMPTY=none\nLABEL word="$WORD" empty="$EMPTY"`,
    block: { build_args: { WORD: "given", EMPTY: "" } },
    inspect: { Config: { Labels: { word: "given", empty: "" } } },
  },
  {
    name: "it has labels",
    dockerfile: `FROM ${base}\nRUN true labels`,
    block: { labels: { "com.example.kind": "shop" }, label: { other: "too" } },
    inspect: { Config: { Labels: { "com.example.kind": "shop", other: "too" } } },
  },
  {
    name: "it is for another platform than this machine's",
    dockerfile: "FROM scratch\nCOPY said /said",
    files: { said: "" },
    block: { platform: "linux/s390x" },
    inspect: { Os: "linux", Architecture: "s390x" },
  },
  {
    name: "a secret of a variable is there for a step",
    dockerfile: `FROM ${base}\nRUN --mount=type=secret,id=word [ -s /run/secrets/word ] && echo secret $(echo is) there || true`,
    block: { secrets: [{ id: "word", env: "PATH" }] },
    says: /secret is there/,
  },
  {
    name: "a secret of a file is there for a step",
    dockerfile: `FROM ${base}\nRUN --mount=type=secret,id=word cat /run/secrets/word || true`,
    block: { secrets: [{ id: "word", src: file }] },
    says: /of the file/,
  },
  {
    name: "a secret that only has an id is of the variable of that name",
    dockerfile: `FROM ${base}\nRUN --mount=type=secret,id=HOME cat /run/secrets/HOME && echo secret $(echo is) there || true`,
    block: { secrets: [{ id: "HOME" }] },
    says: /secret is there/,
  },
  {
    name: "BuildKit builds it by the engine's own builder",
    dockerfile: `FROM ${base}\nRUN true own`,
    block: { version: "2", builder: "default" },
    says: /\[internal\] load build definition/,
    alone: true,
  },
  {
    name: "the classic builder builds it",
    dockerfile: `FROM ${base}\nRUN true classic`,
    block: { version: "1" },
    says: /^Step 1\//m,
  },
  {
    name: "the base image is asked for anew",
    dockerfile: `FROM ${outdated}\nRUN cat /text`,
    block: { version: "1", pull_parent: true },
    says: /of the registry/,
  },
  {
    name: "its steps are run although they were before",
    dockerfile: `FROM ${base}\nRUN echo said $(echo again)`,
    block: { version: "1", no_cache: true },
    says: /said again/,
    again: true,
  },
  {
    name: "its steps have no network",
    dockerfile: `FROM ${base}\nRUN echo links $(ls /sys/class/net)`,
    block: { network_mode: "none" },
    says: /links lo$/m,
  },
  {
    name: "its steps know more hosts",
    dockerfile: `FROM ${base}\nRUN cat /etc/hosts`,
    block: { extra_hosts: ["neighbour:10.1.2.3"] },
    says: /10\.1\.2\.3\s+neighbour/,
  },
  {
    name: "its steps have shared memory of a size",
    dockerfile: `FROM ${base}\nRUN cat /proc/mounts`,
    block: { version: "1", shm_size: 1_048_576 },
    says: /\/dev\/shm tmpfs .*size=1024k/,
  },
  {
    name: "its steps have limits",
    dockerfile: `FROM ${base}\nRUN echo files $(ulimit -n) $(ulimit -H -n)`,
    block: { version: "1", ulimit: [{ name: "nofile", soft: 100, hard: 200 }] },
    says: /files 100 200/,
  },
  {
    name: "its steps are in a control group",
    dockerfile: `FROM ${base}\nRUN cat /proc/self/cgroup`,
    block: { version: "1", cgroup_parent: "/t-image-parent" },
    says: /t-image-parent/,
  },
  {
    name: "its steps have a limit of memory",
    dockerfile: `FROM ${base}\n${limits("memory", "memory/memory.limit_in_bytes", "memory.max")}`,
    block: { version: "1", memory: 64_000_000, memory_swap: 128_000_000 },
    says: /memory (64000000|63995904)/,
  },
  {
    name: "its steps have a limit of memory and swap",
    dockerfile: `FROM ${base}\n${limits("swap", "memory/memory.memsw.limit_in_bytes", "memory.swap.max")}`,
    block: { version: "1", memory: 64_000_000, memory_swap: 128_000_000 },
    says: /swap (128000000|127995904|64000000|63995904)/,
  },
  {
    name: "its steps have a quota of CPU time",
    dockerfile: `FROM ${base}\n${limits("quota", "cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us", "cpu.max")}`,
    block: { version: "1", cpu_quota: 20_000, cpu_period: 50_000 },
    says: /quota 20000 50000/,
  },
  {
    name: "its steps weigh less than others",
    dockerfile: `FROM ${base}\n${limits("weight", "cpu/cpu.shares", "cpu.weight")}`,
    block: { version: "1", cpu_shares: 512 },
    says: /weight (512|20|59)$/m,
  },
  {
    name: "its steps have one CPU",
    dockerfile: `FROM ${base}\n${limits("cpus", "cpuset/cpuset.cpus", "cpuset.cpus")}`,
    block: { version: "1", cpu_set_cpus: "0", cpu_set_mems: "0" },
    says: /cpus 0$/m,
  },
  {
    name: "its intermediate containers stay",
    dockerfile: `FROM ${base}\nRUN true stays`,
    block: { version: "1", remove: false },
    hides: /Remov(?:ing|ed) intermediate container/,
  },
  {
    name: "nothing is told of its progress",
    dockerfile: `FROM ${base}\nRUN true quiet`,
    block: { version: "1", suppress_output: true },
    hides: /^Step 1\//m,
  },
];

export const buildRefusals: readonly BuildRefusal[] = [
  { name: "an isolation that only Windows has", block: { version: "1", isolation: "hyperv" }, says: "isolation" },
  {
    name: "memory of a node that there is not",
    block: { version: "1", cpu_set_mems: "99" },
    says: "99",
  },
  {
    name: "security options, which only Windows takes",
    block: { version: "1", security_opt: ["no-new-privileges"] },
    says: "security options",
  },
  { name: "layers put together, which is experimental", block: { version: "1", squash: true }, says: "experimental" },
];

/** What no row has, and where it is held instead. */
export const elsewhere: Readonly<Record<string, string>> = {
  "build.auth_config": "build-registry.test.ts, with a registry that asks for a password",
  "build.remote_context": "build.test.ts, with a server that the engine fetches from",
  "build.cache_from": "build-query.test.ts: the engine takes it for a wish",
  "build.build_id": "build-query.test.ts: it shows only in a cancellation by hand",
  "build.session_id": "session.test.ts: nobody but BuildKit and the provider sees it",
  "build.force_remove": "build-query.test.ts: it shows after a failure alone",
};
