import { type Build, buildQuery, remoteContext } from "../../../../provider/resources/image/build-query";
import { build } from "../../../../provider/resources/image/build-schema";

const nothing: Build = {
  context: ".",
  dockerfile: "Dockerfile",
  remove: true,
  auth_config: [],
  secrets: [],
  ulimit: [],
} as Partial<Build> as Build;
const sent = (asked: Partial<Build>) =>
  Object.fromEntries(
    Object.entries(buildQuery("app:1", { ...nothing, ...asked })).filter(([, value]) => value !== undefined),
  );

test("nothing is sent that was not asked for", () => {
  expect(sent({})).toEqual({ t: ["app:1"], rm: true });
});

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageBuild */
const rows: { asked: Partial<Build>; query: Record<string, unknown> }[] = [
  { asked: { tag: ["app:2", "b"] }, query: { t: ["app:1", "app:2", "b"] } },
  { asked: { target: "first" }, query: { target: "first" } },
  { asked: { build_args: { A: "1", B: "" } }, query: { buildargs: '{"A":"1","B":""}' } },
  { asked: { labels: { a: "1" }, label: { a: "0", b: "2" } }, query: { labels: '{"a":"1","b":"2"}' } },
  { asked: { platform: "Linux/ARM64" }, query: { platform: "linux/arm64" } },
  { asked: { no_cache: true }, query: { nocache: true } },
  { asked: { pull_parent: true }, query: { pull: true } },
  { asked: { cache_from: ["a", "b"] }, query: { cachefrom: '["a","b"]' } },
  { asked: { network_mode: "host" }, query: { networkmode: "host" } },
  { asked: { extra_hosts: ["a:1.2.3.4"] }, query: { extrahosts: ["a:1.2.3.4"] } },
  { asked: { shm_size: 64 }, query: { shmsize: 64 } },
  {
    asked: { ulimit: [{ name: "nofile", hard: 2, soft: 1 }] },
    query: { ulimits: '[{"Name":"nofile","Hard":2,"Soft":1}]' },
  },
  { asked: { cgroup_parent: "/c" }, query: { cgroupparent: "/c" } },
  { asked: { security_opt: ["seccomp=unconfined"] }, query: { securityopt: ["seccomp=unconfined"] } },
  { asked: { isolation: "hyperv" }, query: { isolation: "hyperv" } },
  { asked: { memory: 1, memory_swap: -1 }, query: { memory: 1, memswap: -1 } },
  { asked: { cpu_period: 1, cpu_quota: 2, cpu_shares: 3 }, query: { cpuperiod: 1, cpuquota: 2, cpushares: 3 } },
  { asked: { cpu_set_cpus: "0", cpu_set_mems: "1" }, query: { cpusetcpus: "0", cpusetmems: "1" } },
  { asked: { remove: false }, query: { rm: false } },
  { asked: { force_remove: true }, query: { forcerm: true } },
  { asked: { squash: true }, query: { squash: true } },
  { asked: { suppress_output: true }, query: { q: true } },
  { asked: { build_id: "b" }, query: { buildid: "b" } },
];
test.each(rows)("$asked is $query", ({ asked, query }) => {
  expect(sent(asked)).toEqual({ t: ["app:1"], rm: true, ...query });
});

/** What the query does not carry, and what does. */
const elsewhere = {
  context: "the archive, or the session",
  dockerfile: "the builders, by the name that it has there",
  remote_context: "the builders",
  secrets: "the session",
  ssh: "the session",
  auth_config: "the session, or a header",
  version: "the choice of the builder",
  builder: "the choice of the builder",
  build_log_file: "the log",
  session_id: "the session",
  cache_to: "the solve",
  additional_contexts: "the solve, and the session",
  no_cache_filter: "the solve",
  provenance: "the solve",
  sbom: "the solve",
};
test("every attribute of the block is sent, or known to be used elsewhere", () => {
  const covered = new Set([...rows.flatMap(({ asked }) => Object.keys(asked)), ...Object.keys(elsewhere)]);
  expect(Object.keys(build).filter((name) => !covered.has(name))).toEqual([]);
});

const remotes = [
  { context: "./app", remote: undefined },
  { context: "/srv/app.git", remote: undefined },
  { context: "github.com/docker/buildx", remote: "github.com/docker/buildx" },
  { context: "https://example.com/app.git#main:docker", remote: "https://example.com/app.git#main:docker" },
  { context: "http://example.com/app.tar.gz", remote: "http://example.com/app.tar.gz" },
  { context: "git@example.com:app.git", remote: "git@example.com:app.git" },
  { context: ".", remote_context: "https://example.com/app.git", remote: "https://example.com/app.git" },
  { context: ".", remote_context: "", remote: undefined },
];
test.each(remotes)(
  "context $context with remote_context $remote_context is fetched from $remote",
  ({ remote, ...asked }) => {
    expect(remoteContext({ remote_context: undefined, ...asked })).toBe(remote);
  },
);
