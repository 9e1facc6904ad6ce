import { container } from "../../../../../provider/resources/container";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const shell = (script: string) => ["sh", "-c", script];
const once = { must_run: false, attach: true, logs: true };
const unchanged = { changed: [], replace: [] };

describe("a container that runs once", () => {
  test("is waited for, and what it printed is kept, without stream headers", async () => {
    const { config, state } = await scene.makes({ ...once, command: shell("echo out; echo err >&2; printf end") });
    expect(state).toMatchObject({ exit_code: 0 });
    expect(String(state["container_logs"]).split("\n").sort()).toEqual(["end", "err", "out"]);
    const { state: read } = await scene.read(container, state);
    expect(read).toEqual(state);
    expect(await scene.plan(container, config, read!)).toEqual(unchanged);
  });

  test("may print more than one frame holds, in characters of several bytes", async () => {
    const { state } = await scene.makes({
      ...once,
      command: shell("for i in $(seq 3000); do echo ünïcödé line $i; done"),
    });
    const lines = String(state["container_logs"]).trimEnd().split("\n");
    expect(lines).toHaveLength(3000);
    expect(lines.every((line, i) => line === `ünïcödé line ${i + 1}`)).toBe(true);
  });

  test("prints through a terminal as a terminal does", async () => {
    const { state } = await scene.makes({ ...once, tty: true, command: shell("test -t 1 && echo terminal") });
    expect(state["container_logs"]).toBe("terminal\r\n");
  });

  test("is heard even where it removes itself, and is not run again", async () => {
    const { config, state } = await scene.makes({ ...once, rm: true, command: shell("echo out; echo err >&2") });
    expect(state).toMatchObject({ exit_code: 0 });
    expect(String(state["container_logs"]).split("\n").sort()).toEqual(["", "err", "out"]);
    const { state: read } = await scene.read(container, state);
    expect(read).toEqual(state);
    expect(await scene.plan(container, config, read!)).toEqual(unchanged);
    expect((await scene.destroy(container, state)).errors).toEqual([]);
  });

  test("warns of an exit code that nobody asked about", async () => {
    const { name, state, errors, warnings } = await scene.tries({ ...once, command: shell("echo oops >&2; exit 5") });
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([{ summary: `container "${name}" exited with 5` }]);
    expect(warnings[0]!.detail).toContain("oops");
    expect(state).toMatchObject({ exit_code: 5, container_logs: "oops\n" });
  });

  test("keeps no log where none is asked for", async () => {
    const { state } = await scene.makes({ must_run: false, attach: true, command: ["echo", "hello"] });
    expect(state["container_logs"]).toBeUndefined();
  });

  test("gives its log to whoever asks later", async () => {
    const { config, state } = await scene.makes({ must_run: false, attach: true, command: ["echo", "hello"] });
    const later = await scene.made(container, { ...config, logs: true }, state);
    expect(later["container_logs"]).toBe("hello\n");
    const never = await scene.made(container, { ...config, logs: false }, later);
    expect(never["container_logs"]).toBeUndefined();
  });
});

describe("an expected exit code", () => {
  test("is met", async () => {
    const { config, state } = await scene.makes({
      must_run: false,
      expected_exit_code: 127,
      command: shell("exit 127"),
    });
    expect(state).toMatchObject({ exit_code: 127 });
    expect(await scene.plan(container, config, state)).toEqual(unchanged);
  });

  test("is not met: an error with the end of the log, and the container is not lost", async () => {
    const command = shell("for i in $(seq 30); do echo line $i; done; exit 2");
    const { name, state, errors } = await scene.tries({ ...once, expected_exit_code: 0, command });
    expect(errors).toMatchObject([
      { summary: `container "${name}" exited with 2, expected 0`, path: ["expected_exit_code"] },
    ]);
    expect(errors[0]!.detail).toContain("The last 20 of 30 lines that it printed:\nline 11\n");
    expect((await scene.inspect(state)).State.ExitCode).toBe(2);
  });

  test("is not met by a container that removes itself, whose log is shown all the same", async () => {
    const { errors } = await scene.tries({
      ...once,
      rm: true,
      expected_exit_code: 0,
      command: shell("echo gone; exit 2"),
    });
    expect(errors[0]!.detail).toContain("gone");
  });

  test("that is added to what has ended so changes nothing; another one runs it again", async () => {
    const { config, state } = await scene.makes({ ...once, command: ["busybox", "true"] });
    const met = await scene.made(container, { ...config, expected_exit_code: 0 }, state);
    expect(met["id"]).toBe(state["id"]);
    expect((await scene.plan(container, { ...config, expected_exit_code: 1 }, met)).replace).toEqual([
      ["expected_exit_code"],
    ]);
  });

  test("that is added to what still runs is waited for", async () => {
    const { config, state } = await scene.makes({
      must_run: false,
      command: shell("while ! test -e /end; do sleep 0.05; done; exit 6"),
    });
    const waiting = scene.apply(container, { ...config, expected_exit_code: 6 }, state);
    await scene.engine.exec.run(String(state["id"]), { cmd: ["busybox", "touch", "/end"] });
    expect(await waiting).toMatchObject({ errors: [], state: { exit_code: 6 } });
  });
});

test("a container that cannot be run at all is an error about its command, and is not lost", async () => {
  const { name, state, errors } = await scene.tries({ ...once, command: ["no-such-program"] });
  expect(errors).toMatchObject([
    {
      summary: `container "${name}": the container cannot run its command "no-such-program"`,
      path: ["command"],
    },
  ]);
  expect((await scene.inspect(state)).State.Status).toBe("created");
});

test("a log driver that cannot be read is no obstacle", async () => {
  const { state, errors } = await scene.tries({
    ...once,
    log_driver: "none",
    expected_exit_code: 0,
    command: shell("exit 3"),
  });
  expect(errors[0]!.detail).toBe("What it printed is not known: its log driver cannot be read.");
  expect((await scene.inspect(state)).State.ExitCode).toBe(3);
});

test("an abort ends the wait, and what was made is kept", async () => {
  const controller = new AbortController();
  const config = scene.config({ ...once, command: ["sleep", "600"] });
  const applying = scene.apply(container, config, undefined, controller.signal);
  await scene.engine.until({ filters: { type: "container", event: "start" } }, async () =>
    (await scene.engine.containers.tryInspect(String(config["name"])))?.State.Running ? true : undefined,
  );
  controller.abort();
  const { state, errors } = await applying;
  expect(errors).toHaveLength(1);
  expect((await scene.inspect(state)).State.Running).toBe(true);
});
