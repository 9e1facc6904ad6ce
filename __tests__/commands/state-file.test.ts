import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeployed, protectState } from "../../commands/state-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, "terraform.stage1.tfstate");

test("state and its backup are made readable by their owner alone, before Terraform makes them", () => {
  protectState("stage1", folder);
  for (const each of [file(), `${file()}.backup`]) expect(statSync(each).mode & 0o777).toBe(0o600);
});

test("state that is there keeps its content", () => {
  writeFileSync(file(), '{"resources":[{}]}');
  protectState("stage1", folder);
  expect(isDeployed("stage1", folder)).toBe(true);
});

test.each([
  { name: "no file", text: undefined, deployed: false },
  { name: "an empty file", text: "", deployed: false },
  { name: "a destroyed stage", text: '{"version":4,"resources":[]}', deployed: false },
  { name: "a deployed stage", text: '{"version":4,"resources":[{"type":"docker_image"}]}', deployed: true },
])("$name: deployed is $deployed", ({ text, deployed }) => {
  if (text !== undefined) writeFileSync(file(), text);
  expect(isDeployed("stage1", folder)).toBe(deployed);
});
