import type { ContainerSpec } from "../../../../constructs/compose/convert/container";
import { compileText, reported, reportedOf, specOf } from "../compile-text";

const rows: [body: string, becomes: Partial<ContainerSpec>][] = [
  ["hostname: h", { Hostname: "h" }],
  ["user: '1:2'", { User: "1:2" }],
  ["working_dir: /w", { Dir: "/w" }],
  ["group_add: [mail, 5]", { Groups: ["mail", "5"] }],
  ["init: true", { Init: true }],
  ["init: false", { Init: false }],
  ['init: "true"', { Init: true }],
  ["tty: true", { TTY: true }],
  ["stdin_open: true", { OpenStdin: true }],
  ["read_only: true", { ReadOnly: true }],
  ["stop_signal: SIGINT", { StopSignal: "SIGINT" }],
  ["stop_grace_period: 1m30s", { StopGracePeriod: 90e9 }],
  ["stop_grace_period: 0s", { StopGracePeriod: 0 }],
  ["isolation: hyperv", { Isolation: "hyperv" }],
  ["sysctls: {net.core.somaxconn: 1024}", { Sysctls: { "net.core.somaxconn": "1024" } }],
  ["sysctls: [net.core.somaxconn=1024]", { Sysctls: { "net.core.somaxconn": "1024" } }],
  ["oom_score_adj: -500", { OomScoreAdj: -500 }],
  ["dns: 1.1.1.1", { DNSConfig: { Nameservers: ["1.1.1.1"] } }],
  [
    "dns: [1.1.1.1]\ndns_search: x\ndns_opt: [ndots:1]",
    { DNSConfig: { Nameservers: ["1.1.1.1"], Search: ["x"], Options: ["ndots:1"] } },
  ],
  ["cap_add: [net_admin, CAP_CHOWN]", { CapabilityAdd: ["CAP_CHOWN", "CAP_NET_ADMIN"] }],
  ["cap_add: [ALL, chown]\ncap_drop: [mknod]", { CapabilityAdd: ["ALL"], CapabilityDrop: ["CAP_MKNOD"] }],
  ["cap_add: [mknod]\ncap_drop: [mknod, chown]", { CapabilityAdd: ["CAP_MKNOD"], CapabilityDrop: ["CAP_CHOWN"] }],
  [
    "ulimits: {nproc: 5, nofile: {soft: 1, hard: 2}}",
    {
      Ulimits: [
        { Name: "nofile", Soft: 1, Hard: 2 },
        { Name: "nproc", Soft: 5, Hard: 5 },
      ],
    },
  ],
  ['ulimits: {nofile: "-1"}', { Ulimits: [{ Name: "nofile", Soft: -1, Hard: -1 }] }],
  [
    "healthcheck: {interval: 1m30s, timeout: 10s, retries: 3, start_period: 40s, start_interval: 5s}",
    { Healthcheck: { Interval: 90e9, Timeout: 10e9, Retries: 3, StartPeriod: 40e9, StartInterval: 5e9 } },
  ],
  ["healthcheck: {disable: true}", { Healthcheck: { Test: ["NONE"] } }],
  ["healthcheck: {disable: true, interval: 5s}", { Healthcheck: { Test: ["NONE"] } }],
];
test.each(rows)("%s", (body, becomes) => {
  expect(specOf(body).TaskTemplate.ContainerSpec).toMatchObject(becomes);
});

test.each([
  ["redis", "redis:latest"],
  ["redis:alpine", "redis:alpine"],
  ["localhost:5000/a/b_c:1", "localhost:5000/a/b_c:1"],
  ["localhost:5000/a", "localhost:5000/a:latest"],
  [`a@sha256:${"0".repeat(64)}`, `a@sha256:${"0".repeat(64)}`],
])("image: %s", (image, becomes) => {
  const { spec } = compileText(`services: {web: {image: "${image}"}}`).services["web"]!;
  expect(spec.TaskTemplate.ContainerSpec.Image).toBe(becomes);
  expect(spec.Labels["com.docker.stack.image"]).toBe(image);
});

test.each(["Redis", "a b", "a:", "a//b", "-a", "a@sha256:12", "http://a"])("image: %s is refused", (image) => {
  expect(reported(`services: {web: {image: "${image}"}}`)).toEqual(["bad-image 1:26"]);
});

test.each([
  [
    "logging: {driver: json-file, options: {max-size: 10m, max-file: 3}}",
    { Name: "json-file", Options: { "max-size": "10m", "max-file": "3" } },
  ],
  ["logging: {driver: none}", { Name: "none" }],
  ["logging: {options: {a: }}", { Options: { a: "" } }],
])("%s", (body, becomes) => {
  expect(specOf(body).TaskTemplate.LogDriver).toEqual(becomes);
});

test.each([
  ["hostname: 5", "wrong-type 1:11"],
  ["user: 1000", "wrong-type 1:7"],
  ["tty: maybe", "wrong-type 1:6"],
  ["stop_grace_period: 10", "bad-duration 1:20"],
  ["isolation: strong", "not-allowed 1:12"],
  ["oom_score_adj: 2000", "out-of-range 1:16"],
  ["cap_add: x", "wrong-type 1:10"],
  ["ulimits: {nofile: many}", "wrong-type 1:19"],
  ["ulimits: {nofile: {soft: 1}}", "missing-key 1:19"],
  ["ulimits: {NoFile: 1}", "bad-name 1:11"],
  ["ulimits: [nofile]", "wrong-type 1:10"],
  ["logging: json-file", "wrong-type 1:10"],
  ["logging: {options: {a: [b]}}", "wrong-type 1:24"],
  ["sysctls: {a: {b: c}}", "wrong-type 1:14"],
  ["imgae: x", "unknown-key 1:1"],
  ["x-mine: {any: [thing]}", ""],
])("%s is told of", (body, problem) => {
  expect(reportedOf(body)).toEqual(problem ? [problem] : []);
});
