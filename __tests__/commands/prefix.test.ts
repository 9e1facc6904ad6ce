import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProject } from "../../commands/prefix";
import { writeFindings } from "../../commands/setup/lab-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "docker-stages-prefix-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a cdktf.json that is no JSON is told by its name and place", () => {
  const file = join(folder, "cdktf.json");
  writeFileSync(file, "{ bad");
  expect(() => readProject(file)).toThrow(expect.objectContaining({ code: "not-json" }));
  expect(() => readProject(file)).toThrow(file);
});

test("a lab.json that is no JSON is told, and left as it is", () => {
  const file = join(folder, "lab.json");
  writeFileSync(file, "{ bad");
  expect(() => writeFindings(file, { ingress: "edge" })).toThrow(expect.objectContaining({ code: "lab-file" }));
  expect(() => writeFindings(file, { ingress: "edge" })).toThrow(/correct it, or remove it/);
});
