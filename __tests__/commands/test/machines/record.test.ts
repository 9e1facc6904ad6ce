import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastRuns, machinesSection, recordScenario, type ScenarioRun } from "../../../../commands/test/machines/record";

const run: ScenarioRun = {
  ...{ scenario: "learner", title: "stages on a machine", date: "2026-11-29", commit: "abcdef0" },
  rows: [
    { name: "deploys", passed: true, seen: "in 90 s" },
    { name: "answers", passed: false, seen: "node1 200 | node2\n000" },
  ],
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "machines-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a scenario's last run stands in the place of the one before", async () => {
  await recordScenario(run, folder);
  await recordScenario({ ...run, scenario: "hosts" }, folder);
  await recordScenario({ ...run, commit: "1234567" }, folder);
  const recorded = await lastRuns(folder);
  expect(recorded.map(({ scenario, commit }) => [scenario, commit])).toEqual([
    ["hosts", "abcdef0"],
    ["learner", "1234567"],
  ]);
});

test("before the first run there is none", async () => {
  expect(await lastRuns(folder)).toEqual([]);
});

test("a check is a row, whatever was seen", () => {
  expect(machinesSection([run]).trimEnd().split("\n").slice(-2)).toEqual([
    "| deploys | ✓ | in 90 s |",
    "| answers | ✗ | node1 200 \\| node2 000 |",
  ]);
});
