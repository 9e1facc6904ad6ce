import type { Rig } from "../../../../commands/test/machines/rig";
import { hold, playScenario, type Scenario } from "../../../../commands/test/machines/scenario";

const played = async (play: Scenario["play"], signal = new AbortController().signal) => {
  const cleared = jest.fn(async () => {});
  const story = { name: "story", title: "a story", play };
  const rows = await playScenario(story, { clear: cleared } as unknown as Rig, signal);
  expect(cleared).toHaveBeenCalledTimes(1);
  return rows;
};
beforeEach(() => {
  jest.spyOn(console, "log").mockImplementation(() => {});
  jest.spyOn(process.stderr, "write").mockImplementation(() => true);
});
afterEach(() => jest.restoreAllMocks());

test("what holds passes with what was seen, what does not fails with it, and the story goes on", async () => {
  const rows = await played(async (_, check) => {
    await check("is two", async () => hold(false, "it is 1"));
    await check("is one", async () => hold(true, "it is 1"));
  });
  expect(rows).toEqual([
    { name: "is two", passed: false, seen: "it is 1" },
    { name: "is one", passed: true, seen: "it is 1" },
  ]);
});

test("a story that breaks off between two checks has failed", async () => {
  const rows = await played(async () => {
    throw new Error("vm1 does not come up");
  });
  expect(rows).toEqual([{ name: "is played to its end", passed: false, seen: "vm1 does not come up" }]);
});

test("a story that is interrupted begins no further check", async () => {
  const interruption = new AbortController();
  const looked = jest.fn(async () => "it is 1");
  const rows = await played(async (_, check) => {
    await check("is one", async () => {
      interruption.abort();
      return "it is 1";
    });
    await check("is one still", looked);
  }, interruption.signal);
  expect(looked).not.toHaveBeenCalled();
  expect(rows.map(({ passed }) => passed)).toEqual([true, false]);
});
