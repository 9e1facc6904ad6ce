import type { ContainerInspect, Engine } from "../../engine";
import { untilHealthy } from "../../engine/health";

const check = { Test: ["CMD", "true"] };

/** An engine whose container goes through the states, one a look. */
function going(...states: readonly object[]) {
  const looks = states.map((state) => ({ Name: "/web", Config: { Healthcheck: check }, ...state }) as ContainerInspect);
  return {
    url: "unix:///x",
    containers: { inspect: async () => looks.shift()! } as unknown as Engine["containers"],
    async until<T>(_options: unknown, look: () => Promise<T | undefined>): Promise<T> {
      for (;;) {
        const found = await look();
        if (found !== undefined) return found;
      }
    },
  };
}

const running = (Status?: string, more: object = {}) => ({
  State: { Status: "running", Health: Status && { Status, ...more } },
});
const ended = { State: { Status: "exited", ExitCode: 3, Error: "no memory" } };

test("a container is waited for while it starts, restarts and is not healthy yet", async () => {
  const restarting = { State: { Status: "restarting" } };
  const engine = going(
    { State: { Status: "created" } },
    running("starting"),
    restarting,
    running(),
    running("healthy"),
  );
  expect((await untilHealthy(engine, "web")).State.Health?.Status).toBe("healthy");
});

const hopeless = [
  {
    name: "that ended",
    state: ended,
    code: "container-stopped",
    says: /"web" is exited \(exit code 3\)/,
    words: "no memory",
  },
  { name: "that is paused", state: { State: { Status: "paused" } }, code: "container-stopped", says: /is paused/ },
  {
    name: "that is unhealthy",
    state: running("unhealthy", { FailingStreak: 4, Log: [{ Output: "first" }, { Output: "refused\n" }] }),
    code: "unhealthy",
    says: /failed 4 times in a row/,
    words: "refused",
  },
  { name: "without a check", state: { ...running(), Config: {} }, code: "bad-request", says: /no health check/ },
  {
    name: "with the check switched off",
    state: { ...running("none"), Config: { Healthcheck: { Test: ["NONE"] } } },
    code: "bad-request",
    says: /no health check/,
  },
];

test.each(hopeless)("a container $name is not waited for: $code", async ({ state, code, says, words }) => {
  await expect(untilHealthy(going(running("starting"), state), "web")).rejects.toMatchObject({
    code,
    what: expect.stringMatching(says),
    engineMessage: words,
    object: { kind: "container", name: "web" },
  });
});
