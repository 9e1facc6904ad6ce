import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { durationsOf } from "../../../commands/test/counts";

const checkout = resolve(__dirname, "../../..");

test("a report tells how long each file took, by its path, the longest first", () => {
  const testResults = [
    { name: "/x/e2e/a.test.ts", startTime: 1000, endTime: 3400 },
    { name: "/x/e2e/swarm/b.test.ts", startTime: 1000, endTime: 101_000 },
  ];
  expect(Object.entries(durationsOf({ testResults }, "/x/e2e"))).toEqual([
    ["swarm/b.test.ts", 100],
    ["a.test.ts", 2],
  ]);
});

describe("the end-to-end tests", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "docker-stages-sequence-"));
    copyFileSync(join(checkout, "__tests__/e2e/sequencer.cjs"), join(folder, "sequencer.cjs"));
    symlinkSync(join(checkout, "node_modules"), join(folder, "node_modules"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The order of files that jest knows nothing of. */
  function ordered(...names: readonly string[]): string[] {
    const Sequencer = require(join(folder, "sequencer.cjs")) as new (
      options: object,
    ) => {
      sort(tests: readonly object[]): { readonly path: string }[];
    };
    const globalConfig = {};
    const context = { config: { cacheDirectory: folder, id: "x", name: "x" }, hasteFS: { getSize: () => 1 } };
    const sequencer = new Sequencer({ contexts: [], globalConfig });
    const tests = names.map((name) => ({ path: join(folder, name), context }));
    return sequencer.sort(tests).map(({ path }) => path.slice(folder.length + 1));
  }

  test("begin with the longest, as they were written down; what is new is taken for a minute", () => {
    writeFileSync(
      join(folder, "durations.json"),
      JSON.stringify({ "a.test.ts": 30, "b.test.ts": 200, "c.test.ts": 61 }),
    );
    expect(ordered("a.test.ts", "new.test.ts", "c.test.ts", "b.test.ts")).toEqual([
      "b.test.ts",
      "c.test.ts",
      "new.test.ts",
      "a.test.ts",
    ]);
  });

  test("begin with those that are known to take minutes where nothing was written down", () => {
    expect(ordered("a.test.ts", "swarm/managers.test.ts", "drills/kill.test.ts")).toEqual([
      "drills/kill.test.ts",
      "swarm/managers.test.ts",
      "a.test.ts",
    ]);
  });
});
