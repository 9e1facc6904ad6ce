import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  forgetState,
  isDeployed,
  lossOf,
  protectState,
  resourceCount,
  restoreState,
  restoreStateFile,
} from "../../commands/state-file";

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
  { name: "a state that was cut short", text: '{"version":4,"reso', deployed: false },
  { name: "a state that is no object", text: "null", deployed: false },
  { name: "a deployed stage", text: '{"version":4,"resources":[{"type":"docker_image"}]}', deployed: true },
])("$name: deployed is $deployed", ({ text, deployed }) => {
  if (text !== undefined) writeFileSync(file(), text);
  expect(isDeployed("stage1", folder)).toBe(deployed);
});

const whole = '{"version":4,"resources":[{"type":"docker_image"}]}';

test.each([
  { name: "emptied by a killed run", text: "", backup: whole, put: true },
  { name: "cut short by a killed run", text: whole.slice(0, 20), backup: whole, put: true },
  { name: "as Terraform wrote it", text: '{"version":4,"resources":[]}', backup: whole, put: false },
  { name: "of a first run that was killed, which has no copy", text: "", backup: undefined, put: false },
  { name: "of a first run that was killed, whose copy is empty", text: "", backup: "", put: false },
  { name: "that was never there", text: undefined, backup: whole, put: false },
])("a state $name: the copy is put back is $put", ({ text, backup, put }) => {
  if (text !== undefined) writeFileSync(file(), text);
  if (backup !== undefined) writeFileSync(`${file()}.backup`, backup);
  expect(restoreStateFile(file())).toBe(put);
  if (text !== undefined) expect(readFileSync(file(), "utf8")).toBe(put ? backup : text);
});

test("a state that a run is just writing is waited for, and left as it wrote it", async () => {
  writeFileSync(`${file()}.backup`, whole);
  writeFileSync(file(), "");
  const restored = restoreState("stage1", folder);
  const written = '{"version":4,"resources":[]}';
  writeFileSync(file(), written);
  await restored;
  expect(readFileSync(file(), "utf8")).toBe(written);
});

test("one that nobody writes any more is put back, and that is said", async () => {
  const said = jest.spyOn(process.stderr, "write").mockImplementation(() => true);
  writeFileSync(`${file()}.backup`, whole);
  writeFileSync(file(), "");
  utimesSync(file(), 0, 0);
  await restoreState("stage1", folder);
  expect(readFileSync(file(), "utf8")).toBe(whole);
  expect(said).toHaveBeenCalledWith(expect.stringContaining("the state of stage1 was cut short by a killed run"));
  said.mockRestore();
});

const cut = whole.slice(0, 20);

test.each([
  { name: "there never was one", text: undefined, backup: undefined, loss: undefined },
  { name: "the first run has not written it", text: "", backup: "", loss: undefined },
  { name: "it is whole", text: whole, backup: cut, loss: undefined },
  { name: "its copy is whole", text: cut, backup: whole, loss: undefined },
  { name: "the first run was cut short", text: cut, backup: "", loss: "first" },
  { name: "the first run was cut short before there was a copy", text: cut, backup: undefined, loss: "first" },
  { name: "both are cut short", text: cut, backup: cut, loss: "later" },
  { name: "it is empty and the copy is cut short", text: "", backup: cut, loss: "later" },
  { name: "both are JSON and no state", text: "[]", backup: "null", loss: "later" },
])("of a state the loss is $loss where $name", ({ text, backup, loss }) => {
  if (text !== undefined) writeFileSync(file(), text);
  if (backup !== undefined) writeFileSync(`${file()}.backup`, backup);
  expect(lossOf("stage1", folder)).toBe(loss);
});

test("a lost state that is forgotten is none, and its owner's alone", () => {
  writeFileSync(file(), cut);
  forgetState("stage1", folder);
  expect(lossOf("stage1", folder)).toBeUndefined();
  expect(statSync(`${file()}.backup`).mode & 0o777).toBe(0o600);
});

test("what Terraform reads before it plans is counted: instances of resources, no data", () => {
  const resources = [
    { mode: "managed", instances: [{}, {}] },
    { mode: "data", instances: [{}] },
    { mode: "managed", instances: [{}] },
    { mode: "managed" },
  ];
  writeFileSync(file(), JSON.stringify({ resources }));
  expect(resourceCount("stage1", folder)).toBe(3);
  expect(resourceCount("stage2", folder)).toBe(0);
});
