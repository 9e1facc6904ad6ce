import { unlessAbsent } from "../../../../../engine/groups/collection";
import type { WaitCondition } from "../../../../../engine/groups/container-options";
import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const shell = (script: string) => ["sh", "-c", script];
const unchanged = { changed: [], replace: [] };

/** Has the next container that is made looked at when it has ended: what ends at once may still run where a machine is busy. */
function lookWhenEnded({ engine: { containers } }: ContainerScene, condition: WaitCondition = "not-running"): void {
  const top = containers.top.bind(containers);
  jest.spyOn(containers, "top").mockImplementationOnce(async (id, ...others) => {
    await unlessAbsent(containers.wait(id, { condition }));
    return top(id, ...others);
  });
}

/** Has the next one looked at when the engine restarts it. */
function lookWhenRestarted({ engine }: ContainerScene): void {
  const { containers } = engine;
  const top = containers.top.bind(containers);
  jest.spyOn(containers, "top").mockImplementationOnce(async (id, ...others) => {
    const filters = { type: "container", container: id, event: ["start", "die"] };
    await engine.until({ filters }, async () => (await containers.inspect(id)).RestartCount || undefined);
    return top(id, ...others);
  });
}

describe("a container that has to run", () => {
  test("is made as it was asked, and stays so", async () => {
    const { config, state } = await scene.makes();
    expect(state).toMatchObject({
      must_run: true,
      exit_code: undefined,
      container_logs: undefined,
      command: ["sleep", "600"],
      env: [],
      labels: [],
      security_opts: [],
      network_data: [{ network_name: "bridge", ip_address: expect.stringMatching(/^\d/) }],
    });
    const { state: read } = await scene.read(container, state);
    expect(read).toEqual(state);
    expect(await scene.plan(container, config, read!)).toEqual(unchanged);
  });

  test.each([
    { name: "without a word", command: ["busybox", "false"], code: 1, says: "It printed nothing." },
    { name: "with a word", command: shell("echo no database; exit 3"), code: 3, says: "no database" },
    { name: "all well", command: ["busybox", "true"], code: 0, says: "set `must_run = false`" },
  ])("is an error where it has ended when it is looked at, $name", async ({ command, code, says }) => {
    lookWhenEnded(scene);
    const { name, state, errors } = await scene.tries({ command });
    expect(errors).toMatchObject([
      { summary: `container "${name}" exited immediately with ${code}`, path: ["must_run"] },
    ]);
    expect(errors[0]!.detail).toContain(says);
    expect((await scene.inspect(state)).State.ExitCode).toBe(code);
  });

  test("is an error where it has ended when it is looked at and removes itself", async () => {
    lookWhenEnded(scene, "removed");
    const { name, state, errors } = await scene.tries({ command: ["busybox", "false"], rm: true });
    expect(errors).toMatchObject([
      { summary: expect.stringContaining(`container "${name}" exited immediately`), path: ["must_run"] },
    ]);
    expect((await scene.read(container, state!)).state).toBeUndefined();
  });

  test("is up where the engine restarts it", async () => {
    lookWhenRestarted(scene);
    const restart = { restart: "always", container_read_refresh_timeout_milliseconds: 30_000 };
    const { state } = await scene.makes({
      ...restart,
      command: shell("test -e /again || { touch /again; exit 1; }; sleep 600"),
    });
    expect((await scene.inspect(state)).State).toMatchObject({ Running: true, Restarting: false });
  });

  test("is started again in place where it has stopped, by one apply", async () => {
    const { config, state } = await scene.makes();
    await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
    const { state: stopped } = await scene.read(container, state);
    expect(stopped).toMatchObject({ must_run: false, exit_code: 137 });
    const plan = await scene.plan(container, config, stopped!);
    expect(plan.replace).toEqual([]);
    expect(plan.changed.sort()).toEqual(["bridge", "container_logs", "exit_code", "must_run", "network_data"]);
    const again = await scene.made(container, config, stopped);
    expect(again).toMatchObject({ id: state["id"], must_run: true, exit_code: undefined });
    expect((await scene.inspect(again)).State.Running).toBe(true);
    expect(await scene.plan(container, config, again)).toEqual(unchanged);
  });

  test("keeps what it wrote where it is started again", async () => {
    const { config, state } = await scene.makes();
    const id = String(state["id"]);
    await scene.engine.exec.run(id, { cmd: shell("echo kept > /note") });
    await scene.engine.containers.stop(id, { timeout: 0 });
    await scene.made(container, config, (await scene.read(container, state)).state);
    expect((await scene.engine.exec.run(id, { cmd: ["cat", "/note"] })).output).toBe("kept\n");
  });

  test("that somebody has started meanwhile needs no start", async () => {
    const { config, state } = await scene.makes();
    await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
    const { state: stopped } = await scene.read(container, state);
    await scene.engine.containers.start(String(state["id"]));
    const { State: before } = await scene.inspect(state);
    const again = await scene.made(container, config, stopped);
    expect((await scene.inspect(again)).State.StartedAt).toBe(before.StartedAt);
    expect(await scene.plan(container, config, again)).toEqual(unchanged);
  });

  test("is made again where it is gone", async () => {
    const { state } = await scene.makes();
    await scene.engine.containers.remove(String(state["id"]), { force: true });
    expect((await scene.read(container, state)).state).toBeUndefined();
  });
});

describe("a container that need not run", () => {
  test("may end, and shows its exit code from then on", async () => {
    const { config, state } = await scene.makes({ must_run: false, command: shell("exit 4") });
    await scene.engine.containers.wait(String(state["id"]));
    const { state: ended } = await scene.read(container, state);
    expect(ended).toMatchObject({ must_run: false, exit_code: 4 });
    expect(await scene.plan(container, config, ended!)).toEqual(unchanged);
  });

  test("is started where it has to run from now on", async () => {
    const { config, state } = await scene.makes({ must_run: false });
    await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
    const must = await scene.made(container, { ...config, must_run: true }, (await scene.read(container, state)).state);
    expect((await scene.inspect(must)).State.Running).toBe(true);
  });
});

describe("a container that is not started", () => {
  test("is made, and nothing else is demanded of it", async () => {
    const { config, state } = await scene.makes({ start: false });
    expect((await scene.inspect(state)).State.Status).toBe("created");
    const { state: read } = await scene.read(container, state);
    expect(read).toMatchObject({ start: false, must_run: true, exit_code: undefined });
    expect(await scene.plan(container, config, read!)).toEqual(unchanged);
  });

  test("is started in place when it is to be", async () => {
    const { config, state } = await scene.makes({ start: false });
    const started = await scene.made(container, { ...config, start: true }, state);
    expect(started["id"]).toBe(state["id"]);
    expect((await scene.inspect(started)).State.Running).toBe(true);
  });
});

describe("destroying", () => {
  const isGone = async (id: unknown) => (await scene.engine.containers.tryInspect(String(id))) === undefined;

  test("removes the container and its anonymous volumes", async () => {
    const { state } = await scene.makes({ volumes: [{ container_path: "/data" }] });
    const [mount] = (await scene.inspect(state)).Mounts ?? [];
    const { state: left, errors } = await scene.destroy(container, state);
    expect({ left, errors }).toEqual({ left: undefined, errors: [] });
    expect(await isGone(state["id"])).toBe(true);
    expect(await scene.engine.volumes.tryInspect(mount!.Name!)).toBeUndefined();
  });

  test("leaves the anonymous volumes where they are to stay", async () => {
    const { state } = await scene.makes({ volumes: [{ container_path: "/data" }], remove_volumes: false });
    const [mount] = (await scene.inspect(state)).Mounts ?? [];
    await scene.destroy(container, state);
    expect(await scene.engine.volumes.tryRemove(mount!.Name!)).toBe(true);
  });

  test("gives it time to stop where that is asked", async () => {
    const volume = `${scene.prefix}-farewell`;
    const { state } = await scene.makes({
      // On a busy machine it runs long before it can be told anything.
      command: shell("trap 'echo bye > /data/bye; exit 0' TERM; touch /data/ready; while true; do sleep 0.1; done"),
      wait: true,
      healthcheck: [{ test: ["CMD", "sh", "-c", "test -e /data/ready"], interval: "100ms", retries: 100 }],
      destroy_grace_seconds: 20,
      volumes: [{ container_path: "/data", volume_name: volume }],
    });
    await scene.destroy(container, state);
    const { state: reader } = await scene.makes({
      command: ["cat", "/data/bye"],
      ...{ must_run: false, attach: true, logs: true },
      volumes: [{ container_path: "/data", volume_name: volume }],
    });
    expect(reader["container_logs"]).toBe("bye\n");
  });

  test("finds it gone, or going, and is content", async () => {
    const { state } = await scene.makes();
    await scene.engine.containers.remove(String(state["id"]), { force: true });
    expect((await scene.destroy(container, state)).errors).toEqual([]);
    const { state: leaving } = await scene.makes({ rm: true });
    const going = scene.engine.containers.kill(String(leaving["id"]));
    const { errors } = await scene.destroy(container, leaving);
    await going.catch(() => {});
    expect(errors).toEqual([]);
    expect(await isGone(leaving["id"])).toBe(true);
  });
});

describe("what comes before a stop", () => {
  const volume = () => `${scene.prefix}-notes`;
  const noting = (...pre_stop: ObjectValue[]) => ({
    volumes: [{ container_path: "/notes", volume_name: volume() }],
    remove_volumes: false,
    pre_stop,
  });
  /** What the commands wrote, seen by another container. */
  async function noted(): Promise<string> {
    const { state } = await scene.makes({ volumes: [{ container_path: "/notes", volume_name: volume() }] });
    const { stdout } = await scene.engine.exec.run(String(state["id"]), { cmd: shell("cat /notes/*; rm -f /notes/*") });
    return stdout.toString();
  }
  const write = { command: shell("echo $WHO in $PWD as $(id -u) >> /notes/log"), environment: { WHO: "first" } };

  test("runs in its order, as it is asked, when it is destroyed", async () => {
    const second = { command: shell("echo second >> /notes/log") };
    const { state } = await scene.makes(noting({ ...write, user: "7", working_dir: "/notes" }, second));
    await scene.engine.exec.run(String(state["id"]), {
      cmd: shell("chmod 777 /notes; touch /notes/log; chmod 666 /notes/log"),
    });
    expect((await scene.destroy(container, state)).errors).toEqual([]);
    expect(await noted()).toBe("first in /notes as 7\nsecond\n");
  });

  test("is an error where it fails, which leaves the container as it is; in one that does not run it is not run", async () => {
    const { state, config } = await scene.makes(noting({ command: shell("echo busy; exit 4") }));
    const { state: left, errors } = await scene.destroy(container, state);
    expect(errors).toMatchObject([
      {
        summary: `pre_stop of container "${String(config["name"])}": "sh -c echo busy; exit 4" exited with 4`,
        detail: expect.stringMatching(/busy[\s\S]*docker stop/),
        path: ["pre_stop"],
      },
    ]);
    expect((await scene.inspect(left)).State.Running).toBe(true);
    await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
    expect((await scene.destroy(container, state)).errors).toEqual([]);
  });

  test("is changed in place, and runs before a restart for triggers", async () => {
    const { config, state } = await scene.makes({ ...noting(), restart_triggers: ["a"], stop_timeout: 1 });
    const later = { ...config, pre_stop: [write] };
    expect((await scene.plan(container, later, state)).replace).toEqual([]);
    const changed = await scene.made(container, later, state);
    expect(await noted()).toBe("");
    const asked = { ...later, restart_triggers: ["b"] };
    const before = (await scene.inspect(changed)).State;
    expect((await scene.plan(container, asked, changed)).replace).toEqual([]);
    const restarted = await scene.made(container, asked, changed);
    const after = (await scene.inspect(restarted)).State;
    expect([restarted["id"], after.Running, after.StartedAt === before.StartedAt]).toEqual([state["id"], true, false]);
    expect(await noted()).toBe("first in / as 0\n");
    const { state: read } = await scene.read(container, restarted);
    expect(await scene.plan(container, asked, read!)).toEqual(unchanged);
  });
});
