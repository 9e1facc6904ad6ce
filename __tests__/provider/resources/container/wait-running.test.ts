import { type ContainerInspect, type Engine, EngineError, type EngineErrorCode } from "../../../../engine";
import { removeContainer, removeLeft } from "../../../../provider/resources/container/removal";
import { waitRunning } from "../../../../provider/resources/container/wait-running";
import { echo } from "./engine-echo";

const refused = (code: EngineErrorCode) =>
  new EngineError({ code, what: 'container "web" is refused', remedy: "wait" });
const options = { name: "web", container_read_refresh_timeout_milliseconds: 50 };
const { signal } = new AbortController();
const running = echo();
const restarting = echo({}, {
  State: { Running: true, Restarting: true, Status: "restarting" },
} as Partial<ContainerInspect>);

/** An engine whose answers no real one gives on demand. */
const engine = (containers: object, until?: Engine["until"]) => ({ containers, until }) as unknown as Engine;
const rejects = (error: Error) => async () => Promise.reject(error);

describe("whether a container is up", () => {
  test("is told by its inspection where the engine's host has no ps", async () => {
    const found = engine({ top: rejects(refused("server-error")), tryInspect: async () => running });
    expect(await waitRunning({ engine: found, id: "1", signal }, options)).toBe(running);
  });

  test("does not matter where it may end, and has", async () => {
    const over = echo({}, { State: { Running: false, Status: "exited", ExitCode: 4 } } as Partial<ContainerInspect>);
    const logs = async () => ({ output: "no disk\n" });
    const found = engine({ top: rejects(refused("container-stopped")), tryInspect: async () => over, logs });
    const waited = (expected: number) =>
      waitRunning({ engine: found, id: "1", signal }, { ...options, expected_exit_code: expected });
    expect(await waited(4)).toBe(over);
    await expect(waited(0)).rejects.toMatchObject({
      diagnostics: [
        {
          summary: 'container "web" exited immediately with 4',
          detail:
            "It printed:\nno disk\nA container runs for as long as its command, and this one may end with 0 alone: correct what its command complains of.",
        },
      ],
    });
  });

  test("is not asked any more where the call was given up", async () => {
    const inspected: string[] = [];
    const found = engine({ top: rejects(refused("aborted")), tryInspect: async (id: string) => inspected.push(id) });
    await expect(waitRunning({ engine: found, id: "1", signal }, options)).rejects.toMatchObject({ code: "aborted" });
    expect(inspected).toEqual([]);
  });

  test("is an error with the end of its log where the engine only ever restarts it", async () => {
    const found = engine(
      {
        top: rejects(refused("container-stopped")),
        tryInspect: async () => restarting,
        logs: async () => ({ output: "no disk\n" }),
      },
      ({ signal }) => new Promise((_, reject) => signal?.addEventListener("abort", () => reject(refused("timeout")))),
    );
    await expect(waitRunning({ engine: found, id: "1", signal }, options)).rejects.toMatchObject({
      diagnostics: [
        {
          summary: 'container "web" was not up within 50 ms: the engine keeps restarting it',
          detail: "It printed:\nno disk",
          path: ["restart"],
        },
      ],
    });
  });
});

describe("the removal of a container", () => {
  const removal = { id: "1", destroy_grace_seconds: undefined, remove_volumes: true, pre_stop: [] };

  test("that has begun already is waited for", async () => {
    const waited: unknown[] = [];
    const found = engine({
      remove: rejects(refused("removal-in-progress")),
      wait: async (id: string, { condition }: { condition: string }) => void waited.push([id, condition]),
    });
    await removeContainer(found, removal, { signal });
    expect(waited).toEqual([["1", "removed"]]);
  });

  test("that has begun and ended meanwhile is none to wait for", async () => {
    const found = engine({ remove: rejects(refused("removal-in-progress")), wait: rejects(refused("not-found")) });
    await removeContainer(found, removal, { signal });
  });

  test("of what a killed run left is waited for, where the engine has begun it", async () => {
    const waited: string[] = [];
    const found = engine({
      remove: rejects(refused("removal-in-progress")),
      wait: async (id: string) => void waited.push(id),
    });
    await removeLeft(found, "1");
    expect(waited).toEqual(["1"]);
  });

  test("that fails is an error", async () => {
    const found = engine({ remove: rejects(refused("server-error")) });
    await expect(removeContainer(found, removal, { signal })).rejects.toMatchObject({ code: "server-error" });
  });
});
