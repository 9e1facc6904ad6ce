import { imageStoreOf } from "../../../../engine";
import { containers } from "../../../../provider/data-sources/containers";
import { images } from "../../../../provider/data-sources/images";
import { commit } from "../../../../provider/resources/commit";
import { container } from "../../../../provider/resources/container";
import { exec } from "../../../../provider/resources/exec";
import { ContainerScene } from "./container/scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
let name: string;
beforeAll(async () => {
  scene = await ContainerScene.open();
  const { state } = await scene.makes();
  name = String(state["name"]);
});
afterAll(() => scene.close());

test("what a command prints, on both streams, and its exit code are told", async () => {
  const state = await scene.made(exec, { container: name, command: ["sh", "-c", "echo out; echo err >&2"] });
  expect(state).toMatchObject({ stdout: "out\n", stderr: "err\n", exit_code: 0 });
  // The engine reads two pipes: which of them first, nobody says.
  expect(["out\nerr\n", "err\nout\n"]).toContain(state["output"]);
  expect((await scene.read(exec, state)).state).toEqual(state);
});

test("environment, folder, user and standard input are the command's", async () => {
  const state = await scene.made(exec, {
    container: name,
    command: ["sh", "-c", 'echo "$WORD $PWD $(cat)"'],
    environment: { WORD: "hello" },
    working_dir: "/bin",
    user: "0:0",
    stdin: "typed",
  });
  expect(state["stdout"]).toBe("hello /bin typed\n");
});

test("a commit that pauses the container meanwhile is waited for", async () => {
  const { state } = await scene.makes({ upload: [{ file: "/large", content: "x".repeat(2 ** 20) }] });
  const container = String(state["name"]);
  let isOver = false;
  const commits = [1, 2, 3, 4].reduce(
    (before, i) => before.then(() => scene.made(commit, { container, name: `${scene.prefix}-paused:${i}` })),
    Promise.resolve({}),
  );
  const committing = commits.finally(() => {
    isOver = true;
  });
  const run = async () => {
    while (!isOver) expect(await scene.apply(exec, { container, command: ["true"] })).toMatchObject({ errors: [] });
  };
  await Promise.all([committing, run(), run(), run()]);
});

test("another exit code is an error that shows what was printed, and the run is kept to be done again", async () => {
  const { state, errors } = await scene.apply(exec, { container: name, command: ["sh", "-c", "echo sorry; exit 3"] });
  expect(state).toMatchObject({ exit_code: 3, output: "sorry\n" });
  expect(errors).toMatchObject([
    { summary: expect.stringMatching(/exited with 3, expected 0/), detail: "It printed:\nsorry", path: ["command"] },
  ]);
});

test("an expected exit code is none", async () => {
  const state = await scene.made(exec, { container: name, command: ["sh", "-c", "exit 3"], expected_exit_code: 3 });
  expect(state["exit_code"]).toBe(3);
});

test.each([{ command: ["sh", "-c", "exit 1"] }, { triggers: { when: "later" } }])(
  "a change of %j runs it again",
  async (change) => {
    const asked = { container: name, command: ["true"], expected_exit_code: 0 };
    const state = await scene.made(exec, asked);
    expect((await scene.plan(exec, { ...asked, ...change }, state)).replace).not.toEqual([]);
  },
);

test("a container that does not run is told with what it is", async () => {
  const { state: stopped } = await scene.makes({ start: false, must_run: false });
  const { errors } = await scene.apply(exec, { container: String(stopped["name"]), command: ["true"] });
  expect(errors).toMatchObject([{ summary: expect.stringMatching(/is not running \(created\)/), path: ["container"] }]);
});

test("a container that is not there is told", async () => {
  const { errors } = await scene.apply(exec, { container: `${scene.prefix}-nobody`, command: ["true"] });
  expect(errors).toMatchObject([{ summary: expect.stringContaining(`${scene.prefix}-nobody`) }]);
});

test("a program that is not there is told", async () => {
  const { errors } = await scene.apply(exec, { container: name, command: ["no-such-program"] });
  expect(errors).toHaveLength(1);
  expect(`${errors[0]!.summary}\n${errors[0]!.detail}`).toMatch(/no-such-program/);
});

test("it is gone with its container, and runs again in one that was made anew under the name", async () => {
  const { config, state: made } = await scene.makes();
  const state = await scene.made(exec, { container: String(made["name"]), command: ["true"] });
  await scene.engine.containers.remove(String(made["id"]), { force: true });
  expect((await scene.read(exec, state)).state).toBeUndefined();
  await scene.made(container, config);
  expect((await scene.read(exec, state)).state).toBeUndefined();
});

test("docker_containers shows those that run, with `all` those that have ended too", async () => {
  const label = `${scene.prefix}-row`;
  const labels = [{ label, value: "1" }];
  const { state: up } = await scene.makes({ labels });
  const { state: ended } = await scene.makes({
    labels,
    command: ["sh", "-c", "exit 4"],
    must_run: false,
    attach: true,
    expected_exit_code: 4,
  });
  const ls = await scene.data(containers, { labels: { [label]: "1" } });
  expect(ls.state).toMatchObject({ containers: [{ name: up["name"], state: "running", labels: { [label]: "1" } }] });
  const { state: all } = await scene.data(containers, {
    labels: { [label]: "1" },
    all: true,
    name_prefix: scene.prefix,
  });
  expect(all).toMatchObject({
    containers: [{ name: up["name"] }, { name: ended["name"], state: "exited", exit_code: 4 }],
  });
  expect(String(all!["table"]).split("\n")).toEqual([
    expect.stringMatching(/^IMAGE +COMMAND +STATUS +NAMES$/),
    expect.stringMatching(new RegExp(`"sleep 600" +Up +${String(up["name"])}$`)),
    expect.stringMatching(new RegExp(`"sh -c 'exit 4'" +Exited \\(4\\) +${String(ended["name"])}$`)),
  ]);
});

test("docker_images shows a row per name", async () => {
  await scene.engine.images.tag(scene.image, { repo: scene.name("other"), tag: "v2" });
  const { state } = await scene.data(images, { reference: [`${scene.prefix}/*`] });
  const [busybox, other] = state!["images"] as { repository: string; tag: string; id: string }[];
  expect([busybox, other]).toMatchObject([
    { repository: scene.name("busybox"), tag: "latest" },
    { repository: scene.name("other"), tag: "v2", id: busybox!.id },
  ]);
  // The containerd store counts what it was unpacked from, too.
  const size = { classic: "1\\.9\\dMB", containerd: "3\\.0\\dMB" }[await imageStoreOf(scene.engine)];
  expect(String(state!["table"]).split("\n")).toEqual([
    expect.stringMatching(/^REPOSITORY +TAG +IMAGE ID +SIZE$/),
    expect.stringMatching(new RegExp(`busybox +latest +[0-9a-f]{12} +${size}$`)),
    expect.stringMatching(new RegExp(`other +v2 +[0-9a-f]{12} +${size}$`)),
  ]);
});
