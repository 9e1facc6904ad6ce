import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EngineRun, enginesPage, recordRun } from "../../../../commands/test/engines/record";

const run: EngineRun = {
  ...{ name: "forky-containerd", engine: "28.5.2", api: "1.51", store: "containerd" },
  ...{ passed: 10, failed: 1, skipped: 0, date: "2026-11-28", commit: "abcdef0" },
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "engines-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const recorded = () => JSON.parse(readFileSync(join(folder, "engines.json"), "utf8")) as EngineRun[];

test("an engine's last run stands in the place of the one before, and the page beside it", async () => {
  await recordRun(run, folder);
  await recordRun({ ...run, name: "forky", store: "classic" }, folder);
  await recordRun({ ...run, failed: 0 }, folder);
  expect(recorded().map(({ name, failed }) => [name, failed])).toEqual([
    ["forky", 1],
    ["forky-containerd", 0],
  ]);
  expect(readFileSync(join(folder, "engines.md"), "utf8")).toBe(enginesPage(recorded()));
});

test("a run is a row", () => {
  expect(enginesPage([run]).split("\n").at(-2)).toBe(
    "| 28.5.2 | 1.51 | containerd | forky | 10 | 1 | 2026-11-28 | abcdef0 |",
  );
});
