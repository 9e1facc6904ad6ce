import { logs } from "../../../../provider/data-sources/logs";
import type { ObjectValue } from "../../../../provider/schema";
import { ContainerScene } from "../resources/container/scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
let name: string;
beforeAll(async () => {
  scene = await ContainerScene.open();
  const command = ["sh", "-c", "echo one; echo two >&2; sleep 0.1; echo three"];
  const { state } = await scene.makes({ must_run: false, attach: true, command });
  name = String(state["name"]);
});
afterAll(() => scene.close());

/** The lines, those of the two streams that were written at one time in an order of their own. */
const lines = async (config: ObjectValue): Promise<string[]> => {
  const { state, errors } = await scene.data(logs, { name, ...config });
  expect(errors).toEqual([]);
  return (state!["logs_list_string"] as string[]).sort();
};

const rows: readonly { name: string; config: ObjectValue; lines: string[] }[] = [
  { name: "all lines, without stream headers", config: {}, lines: ["one", "three", "two"] },
  { name: "standard output alone", config: { show_stderr: false }, lines: ["one", "three"] },
  { name: "standard error alone", config: { show_stdout: false }, lines: ["two"] },
  { name: "the last line", config: { tail: "1" }, lines: ["three"] },
  { name: "all lines from the end", config: { tail: "all" }, lines: ["one", "three", "two"] },
  { name: "lines of the last hour", config: { since: "1h" }, lines: ["one", "three", "two"] },
  { name: "lines before an hour ago", config: { until: "1h" }, lines: [] },
  { name: "lines since an instant to come", config: { since: "2100-01-01T00:00:00Z" }, lines: [] },
  { name: "all lines to the end", config: { follow: true }, lines: ["one", "three", "two"] },
];
test.each(rows)("$name", async ({ config, lines: expected }) => {
  expect(await lines(config)).toEqual(expected);
});

test("each line with its time", async () => {
  expect(await lines({ timestamps: true, show_stderr: false })).toEqual([
    expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z one$/),
    expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z three$/),
  ]);
});

test("no lines where none are asked for", async () => {
  const { state } = await scene.data(logs, { name, logs_list_string_enabled: false });
  expect(state).toMatchObject({ id: name, logs_list_string: undefined });
});

test("a container that does not exist is an error about its name", async () => {
  const { errors } = await scene.data(logs, { name: `${scene.prefix}-no-such` });
  expect(errors).toMatchObject([{ summary: `container "${scene.prefix}-no-such" does not exist`, path: ["name"] }]);
});

test("one that still prints is followed until it ends", async () => {
  const { state } = await scene.makes({
    must_run: false,
    command: ["sh", "-c", "echo a; while ! test -e /end; do sleep 0.05; done; echo z"],
  });
  const following = lines({ name: state["name"], follow: true });
  await scene.engine.exec.run(String(state["id"]), { cmd: ["busybox", "touch", "/end"] });
  expect(await following).toEqual(["a", "z"]);
});
