import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LeftImages, leftImagesFolder } from "../../../../provider/resources/image/left-images";

const alpine = { engine: { url: "unix:///var/run/docker.sock" }, name: "alpine", id: "sha256:1" };
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "left-")), "left-images");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

test("a left image is known to the next process, by its owner alone", () => {
  new LeftImages(folder).add(alpine);
  expect(new LeftImages(folder).has(alpine)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600]);
});

test("every spelling of its name is its name", () => {
  new LeftImages(folder).add(alpine);
  expect(new LeftImages(folder).has({ ...alpine, name: "docker.io/library/alpine:latest" })).toBe(true);
});

test.each([
  ["id", { id: "sha256:2" }],
  ["name", { name: "alpine:3" }],
  ["engine", { engine: { url: "container://node2" } }],
])("an image of another %s was not left", (_, other) => {
  new LeftImages(folder).add(alpine);
  expect(new LeftImages(folder).has({ ...alpine, ...other })).toBe(false);
});

test("a name that is settled was not left", () => {
  const images = new LeftImages(folder);
  images.settle(alpine);
  images.add(alpine);
  images.settle(alpine);
  expect(images.has(alpine)).toBe(false);
});

test("where the folder cannot be made nothing is remembered", () => {
  writeFileSync(folder, "a file");
  const images = new LeftImages(folder);
  images.add(alpine);
  images.settle(alpine);
  expect(images.has(alpine)).toBe(false);
});

test.each([
  ["XDG_STATE_HOME", { XDG_STATE_HOME: "/states", HOME: "/home/me" }, "/states/docker-stages/left-images"],
  ["HOME", { XDG_STATE_HOME: "", HOME: "/home/me" }, "/home/me/.local/state/docker-stages/left-images"],
])("%s says where", (_, env, expected) => {
  expect(leftImagesFolder(env)).toBe(expected);
});
