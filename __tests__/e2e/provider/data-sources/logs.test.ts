import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { logs } from "../../../../provider/data-sources/logs";
import type { ObjectValue } from "../../../../provider/schema";
import { buildDockerProvider, type Outcome, type Terraform, terraformWith } from "../harness";
import { ContainerScene } from "../resources/container/scene";
import { uncovered } from "../resources/interface/row";

// Every argument of the data source: one apply reads a container's log in every way.
jest.setTimeout(120_000);
const provider = buildDockerProvider();
let scene: ContainerScene;
let terraform: Terraform;
let name: string;
let applied: Outcome;
const refused: Outcome[] = [];

const both = ["one", "three", "two"];
const timed = (text: string) => expect.stringMatching(new RegExp(`^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z ${text}$`));

const rows: readonly { name: string; config: ObjectValue; lines: readonly unknown[] | null }[] = [
  { name: "all lines, without stream headers", config: {}, lines: both },
  {
    name: "no stream headers either where they are not to be discarded",
    config: { discard_headers: false },
    lines: both,
  },
  { name: "standard output alone", config: { show_stderr: false }, lines: ["one", "three"] },
  { name: "standard error alone", config: { show_stdout: false }, lines: ["two"] },
  { name: "the last line", config: { tail: "1" }, lines: ["three"] },
  { name: "no line from the end", config: { tail: "0" }, lines: [] },
  { name: "all lines from the end", config: { tail: "all" }, lines: both },
  { name: "less than no line from the end is all", config: { tail: "-1" }, lines: both },
  { name: "empty texts ask for nothing", config: { tail: "", since: "", until: "" }, lines: both },
  { name: "lines of the last hour", config: { since: "1h" }, lines: both },
  { name: "lines before an hour ago", config: { until: "1h" }, lines: [] },
  { name: "lines until an hour from now", config: { until: "-1h" }, lines: both },
  { name: "lines since a day to come", config: { since: "2100-01-01" }, lines: [] },
  { name: "lines since an instant to come", config: { since: "2100-01-01T00:00:00Z" }, lines: [] },
  { name: "lines since a second to come", config: { since: "4102444800" }, lines: [] },
  { name: "all lines to the end", config: { follow: true }, lines: both },
  { name: "not followed", config: { follow: false }, lines: both },
  {
    name: "each line with its time",
    config: { timestamps: true, show_stderr: false },
    lines: [timed("one"), timed("three")],
  },
  {
    name: "each line with what its log says of the container",
    config: { details: true },
    lines: both.map((line) => `kind=shop ${line}`),
  },
  { name: "no lines where none are asked for", config: { logs_list_string_enabled: false }, lines: null },
];
/** The first two by the engine, the others before it is asked: what is refused so keeps the rest from being tried. */
const refusals: readonly { name: string; config: ObjectValue; says: RegExp }[] = [
  { name: "a container that does not exist", config: { name: "t-container-absent" }, says: /does not exist/ },
  {
    name: "neither of the streams",
    config: { show_stdout: false, show_stderr: false },
    says: /at least one (?:stream|of 'stdout' or 'stderr')/,
  },
  { name: "a number of lines that is none", config: { tail: "few" }, says: /no number of lines/ },
  { name: "an instant that is none", config: { since: "yesterday" }, says: /no instant/ },
];

const write = (configs: readonly ObjectValue[]) =>
  writeFileSync(
    join(terraform.folder, "rows.tf.json"),
    JSON.stringify({
      data: { docker_logs: Object.fromEntries(configs.map((config, i) => [`row${i}`, { name, ...config }])) },
    }),
  );

beforeAll(async () => {
  scene = await ContainerScene.open();
  terraform = await terraformWith(provider, "");
  const command = ["sh", "-c", "echo one; echo two >&2; sleep 0.1; echo three"];
  const { state } = await scene.makes({
    must_run: false,
    attach: true,
    command,
    labels: [{ label: "kind", value: "shop" }],
    log_driver: "json-file",
    log_opts: { labels: "kind" },
  });
  name = String(state["name"]);
  write(rows.map(({ config }) => config));
  applied = await terraform.apply();
  const read = terraform.state();
  found.push(...rows.map((_, i) => read.find(({ address }) => address === `docker_logs.row${i}`)?.values));
  for (const some of [refusals.slice(0, 2), refusals.slice(2)]) {
    write(some.map(({ config }) => config));
    refused.push(await terraform.apply());
  }
});
afterAll(async () => {
  await scene.close();
  terraform.remove();
  provider.remove();
});

/** What was read, row by row. */
const found: (Readonly<Record<string, unknown>> | undefined)[] = [];

test("the community provider's configurations are taken", () => {
  expect(applied).toMatchObject({ code: 0, errors: [] });
});

/** The two streams are written at one time: their lines have an order of their own. */
test.each(rows.map((row, i) => ({ ...row, i })))("$name", ({ i, lines }) => {
  const { id, logs_list_string: read } = found[i]!;
  expect(id).toBe(name);
  expect(Array.isArray(read) ? [...read].sort() : read).toEqual(lines);
});

test.each(refusals.map((row, i) => ({ ...row, i })))("$name is refused", ({ i, says }) => {
  const told = refused[i < 2 ? 0 : 1]!.errors.filter(({ address }) => address === `data.docker_logs.row${i % 2}`);
  expect(told.map(({ summary, detail }) => `${summary}\n${detail}`)).toEqual([expect.stringMatching(says)]);
});

test("no argument is without a row", () => {
  const configs = [...rows, ...refusals].map(({ config }) => config);
  expect(uncovered("data.docker_logs", configs, {})).toEqual({ missing: [], needless: [] });
});

test("one that still prints is followed until it ends", async () => {
  const { state } = await scene.makes({
    must_run: false,
    command: ["sh", "-c", "echo a; while ! test -e /end; do sleep 0.05; done; echo z"],
  });
  const following = scene.data(logs, { name: state["name"], follow: true });
  await scene.engine.exec.run(String(state["id"]), { cmd: ["busybox", "touch", "/end"] });
  expect(await following).toMatchObject({ errors: [], state: { logs_list_string: ["a", "z"] } });
});
