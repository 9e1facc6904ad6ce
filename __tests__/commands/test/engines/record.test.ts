import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineParts } from "../../../../commands/test/engines/parts";
import {
  type EngineRuns,
  enginesSection,
  passedAt,
  recordedRuns,
  recordRun,
} from "../../../../commands/test/engines/record";

const passed = { passed: 10, failed: 0, skipped: 0, date: "2026-11-28", commit: "abcdef0" };
const run: EngineRuns = {
  ...{ name: "forky-containerd", engine: "28.5.2", api: "1.51", store: "containerd" },
  parts: { provider: { ...passed, failed: 1 } },
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "engines-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a part's last run stands in the place of the one before, the others stay", async () => {
  await recordRun({ ...run, name: "forky", store: "classic" }, folder);
  await recordRun(run, folder);
  await recordRun({ ...run, parts: { stages: passed } }, folder);
  await recordRun({ ...run, parts: { provider: passed } }, folder);
  const runs = await recordedRuns(folder);
  expect(runs.map(({ name, parts }) => [name, parts])).toEqual([
    ["forky", { provider: { ...passed, failed: 1 } }],
    ["forky-containerd", { provider: passed, stages: passed }],
  ]);
});

test("engines stand in the order of their API, one without a minor number of two digits before one with", async () => {
  for (const api of ["1.51", "1.9", "1.41"]) await recordRun({ ...run, name: api, api }, folder);
  expect((await recordedRuns(folder)).map(({ api }) => api)).toEqual(["1.9", "1.41", "1.51"]);
});

test("an engine is a row, with a cell for each part", () => {
  expect(enginesSection([run]).split("\n").at(-2)).toBe(
    "| 28.5.2 | 1.51 | containerd | not run | not run | ✗ 10 passed, 1 failed (2026-11-28, abcdef0) |",
  );
});

test("nodes that would run what the stand-in's run are not run apart", () => {
  expect(
    enginesSection([{ ...run, name: "bookworm" }])
      .split("\n")
      .at(-2),
  ).toContain("| not run | as stages | ✗");
});

test("tests that failed are named below the table", () => {
  const failures = ["a.test.ts: a container ends", "b.test.ts: could not be run"];
  const section = enginesSection([run, { ...run, parts: { provider: { ...passed, failed: 2, failures } } }]);
  expect(section.split("\n").slice(-6)).toEqual([
    "",
    "Failed on 28.5.2, containerd, provider:",
    "",
    "- a.test.ts: a container ends",
    "- b.test.ts: could not be run",
    "",
  ]);
});

test.each([
  { of: "passed at this commit", part: passed, commit: "abcdef0", left: ["stages"] },
  { of: "failed at it", part: { ...passed, failed: 1 }, commit: "abcdef0", left: [] },
  { of: "passed at another one", part: passed, commit: "1234567", left: [] },
  { of: "passed where files differed", part: { ...passed, commit: "abcdef0+" }, commit: "abcdef0+", left: [] },
])("of parts, --resume leaves out what $of: $left", ({ part, commit, left }) => {
  const runs = [{ ...run, parts: { stages: part } }];
  expect(passedAt(commit, runs, run.name, engineParts).map(({ part: name }) => name)).toEqual(left);
  expect(passedAt(commit, runs, "forky", engineParts)).toEqual([]);
});
