import { additions, relaxations } from "../../../constructs/compose/additions";
import { compile } from "../../../constructs/compose/compile";
import { serviceAdditions } from "../../../constructs/compose/terraform/service-additions";
import { specOf } from "./compile-text";
import { corpus } from "./sameness/corpus";
import { attributes } from "./specification";

const none = { networks: new Map(), volumes: new Map(), secrets: new Map(), configs: new Map() };
const known = new Set<string>(additions.map(({ path }) => path));

/** A path without the places in lists of blocks. */
const withoutPlaces = (path: string): string => path.replaceAll(/\.\d+(?=\.)/g, "");

test.each(corpus)("$name.yml needs no addition that is not in the table", ({ file }) => {
  for (const { spec } of Object.values(compile({ files: [file], name: "st" }).services)) {
    for (const { path } of serviceAdditions(spec, none)) expect(known).toContain(withoutPlaces(path));
  }
});

test.each<[body: string, path: string, value: unknown]>([
  ["init: false", "task_spec.container_spec.init", false],
  ["tty: true", "task_spec.container_spec.tty", true],
  ["stdin_open: true", "task_spec.container_spec.open_stdin", true],
  ["oom_score_adj: 5", "task_spec.container_spec.oom_score_adj", 5],
  ["environment: [A]", "task_spec.container_spec.unset_env", ["A"]],
  ["ulimits: {nofile: 5}", "task_spec.container_spec.ulimits", [{ name: "nofile", soft: 5, hard: 5 }]],
  ["healthcheck: {start_interval: 5s}", "task_spec.container_spec.healthcheck.start_interval", "5s"],
  [
    "volumes: [/a, {type: volume, source: v, target: /v, volume: {subpath: s}}]",
    "task_spec.container_spec.mounts.1.volume_options.subpath",
    "s",
  ],
  ["credential_spec: {config: c}", "task_spec.container_spec.privileges.credential_spec.config", "c"],
  ["deploy: {resources: {limits: {pids: 5}}}", "task_spec.resources.limits.pids", 5],
  ["deploy: {mode: global-job}", "mode.global_job", true],
  ["deploy: {mode: replicated-job}", "mode.replicated_job", {}],
])("%s becomes %s", (body, path, value) => {
  const spec = specOf(body, "volumes: {v: }\nconfigs: {c: {external: true}}\n");
  expect(serviceAdditions(spec, none)).toContainEqual({ path, value });
});

test.each(relaxations)("$path of $type is an attribute whose rule can be relaxed", ({ type, path }) => {
  expect(attributes).toContain(`${type}.${path}`);
});
