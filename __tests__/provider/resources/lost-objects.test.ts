import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LostObjects } from "../../../provider/resources/lost-objects";

const named = { type: "docker_service", name: "web", engine: "container://node1" };
const web = { ...named, id: "s1", asked: "digest" };
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "lost-")), "lost");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

test("nothing is written where nothing was lost", () => {
  const lost = new LostObjects(folder);
  expect(lost.tryFind(web)).toBeUndefined();
  lost.settle(named);
  expect(() => readdirSync(folder)).toThrow(/ENOENT/);
});

test("a lost object is known to the next process, by its owner alone", () => {
  new LostObjects(folder).add(web);
  expect(new LostObjects(folder).tryFind(web)).toEqual(web);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600]);
});

test.each([
  ["id", { id: "s2" }],
  ["name", { name: "db" }],
  ["type", { type: "docker_config" }],
  ["engine", { engine: "container://node2" }],
])("an object of another %s is a stranger's", (_, other) => {
  new LostObjects(folder).add(web);
  expect(new LostObjects(folder).tryFind({ ...web, ...other })).toBeUndefined();
});

test("the last loss of a name counts", () => {
  const lost = new LostObjects(folder);
  lost.add(web);
  lost.add({ ...web, id: "s2" });
  const found = ["s1", "s2"].map((id) => new LostObjects(folder).tryFind({ ...named, id })?.id);
  expect(found).toEqual([undefined, "s2"]);
});

test("one that is in state again is forgotten, by the next process too", () => {
  const lost = new LostObjects(folder);
  lost.add(web);
  lost.settle(named);
  expect(lost.tryFind(web)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that was cut short tells of nothing", () => {
  new LostObjects(folder).add(web);
  writeFileSync(join(folder, "cut.json"), '{"type":"docker_se');
  writeFileSync(join(folder, "odd.json"), '{"type":"docker_service"}');
  expect(new LostObjects(folder).tryFind(web)).toEqual(web);
});

test("the one that had the name before has it back, also once the lost object is settled", () => {
  const lost = new LostObjects(folder);
  lost.add({ ...web, before: "s0" });
  expect(lost.hasBack({ ...named, id: "s0" })).toBe(true);
  expect(lost.hasBack({ ...named, id: "s2" })).toBe(false);
  lost.settle(named, "s1");
  expect(lost.hasBack({ ...named, id: "s0" })).toBe(true);
  expect(new LostObjects(folder).hasBack({ ...named, id: "s0" })).toBe(false);
});
