import type { Build } from "../../../../provider/resources/image/build-query";
import { build } from "../../../../provider/resources/image/build-schema";
import { frontendAttributes } from "../../../../provider/resources/image/frontend-attributes";
import { complete } from "../../../../provider/schema/plan/conform";

const nothing = complete(build, { context: "." }) as unknown as Build;

/** Source: https://github.com/moby/buildkit/blob/master/frontend/dockerui/config.go */
const rows: readonly { readonly asked: Partial<Build>; readonly told: Readonly<Record<string, string>> }[] = [
  { asked: {}, told: {} },
  { asked: { target: "first" }, told: { target: "first" } },
  { asked: { build_args: { A: "1", B: "" } }, told: { "build-arg:A": "1", "build-arg:B": "" } },
  { asked: { labels: { a: "1" }, label: { a: "0", b: "2" } }, told: { "label:a": "1", "label:b": "2" } },
  { asked: { platform: "Linux/AMD64, linux/arm64" }, told: { platform: "linux/amd64,linux/arm64" } },
  { asked: { no_cache: true }, told: { "no-cache": "" } },
  { asked: { no_cache_filter: ["one", "two"] }, told: { "no-cache": "one,two" } },
  { asked: { no_cache_filter: [""] }, told: {} },
  { asked: { no_cache: true, no_cache_filter: ["one"] }, told: { "no-cache": "" } },
  { asked: { pull_parent: true }, told: { "image-resolve-mode": "pull" } },
  { asked: { network_mode: "default" }, told: {} },
  { asked: { network_mode: "none" }, told: { "force-network-mode": "none" } },
  { asked: { extra_hosts: ["a:1.2.3.4", "b:::1"] }, told: { "add-hosts": "a=1.2.3.4,b=::1" } },
  { asked: { shm_size: 64 }, told: { "shm-size": "64" } },
  { asked: { ulimit: [{ name: "nofile", hard: 2, soft: 1 }] }, told: { ulimit: "nofile=1:2" } },
  { asked: { cgroup_parent: "/c" }, told: { "cgroup-parent": "/c" } },
  { asked: { provenance: "false" }, told: {} },
  { asked: { provenance: "true" }, told: { "attest:provenance": "mode=max" } },
  { asked: { provenance: "disabled=true,mode=max" }, told: {} },
  { asked: { provenance: "min" }, told: { "attest:provenance": "mode=min" } },
  { asked: { provenance: "mode=max" }, told: { "attest:provenance": "mode=max" } },
  {
    asked: { provenance: "type=provenance, Mode=min,builder-id=a=b" },
    told: { "attest:provenance": "mode=min,builder-id=a=b" },
  },
  { asked: { sbom: "false" }, told: {} },
  { asked: { sbom: "true" }, told: { "attest:sbom": "" } },
  { asked: { sbom: "generator=scanner,WORD=said" }, told: { "attest:sbom": "generator=scanner,WORD=said" } },
  {
    asked: { additional_contexts: ["beside=..", "context=/x", "a=docker-image://alpine"] },
    told: {
      "context:beside": "local:beside",
      "context:context": "local:_context",
      "context:a": "docker-image://alpine",
      "frontend.caps": "moby.buildkit.frontend.contexts+forward",
    },
  },
];
test.each(rows)("$asked is $told", ({ asked, told }) => {
  expect(frontendAttributes({ ...nothing, ...asked })).toEqual({ "image-resolve-mode": "default", ...told });
});

/** What is told elsewhere, and what has no place in BuildKit. */
const elsewhere = {
  context: "the solve",
  dockerfile: "the solve",
  remote_context: "the solve",
  tag: "the names of the image",
  cache_from: "the solve",
  cache_to: "the solve",
  secrets: "the session",
  ssh: "the session",
  auth_config: "the session",
  session_id: "the session",
  version: "the choice of the builder",
  builder: "the choice of the builder",
  build_log_file: "the log",
  ...{ memory: "classic", memory_swap: "classic", cpu_period: "classic", cpu_quota: "classic", cpu_shares: "classic" },
  ...{ cpu_set_cpus: "classic", cpu_set_mems: "classic", security_opt: "classic", isolation: "classic" },
  ...{ remove: "classic", force_remove: "classic", squash: "classic", suppress_output: "classic", build_id: "classic" },
};
test("every attribute of the block is told, or known to be elsewhere", () => {
  const covered = new Set([...rows.flatMap(({ asked }) => Object.keys(asked)), ...Object.keys(elsewhere)]);
  expect(Object.keys(build).filter((name) => !covered.has(name))).toEqual([]);
});
