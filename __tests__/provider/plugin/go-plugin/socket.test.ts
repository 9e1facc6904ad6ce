import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createSocketPath } from "../../../../provider/plugin/go-plugin/socket";

const folder = mkdtempSync(join(tmpdir(), "t-socket-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the socket lies in a folder that only this user can enter", () => {
  const { path, remove } = createSocketPath(folder);
  expect(dirname(dirname(path))).toBe(folder);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  remove();
});

test("folder and socket go together, and a second time nothing happens", () => {
  const { path, remove } = createSocketPath(folder);
  writeFileSync(path, "");
  remove();
  expect(existsSync(dirname(path))).toBe(false);
  remove();
});

const unfit = [
  { name: "too long for a socket's address", path: "x".repeat(80) },
  { name: "with the handshake's separator in it", path: "a|b" },
];
test.each(unfit)("a folder $name is not used", ({ path: name }) => {
  const parent = join(folder, name);
  mkdirSync(parent);
  const { path, remove } = createSocketPath(parent);
  expect(dirname(dirname(path))).toBe("/tmp");
  expect(Buffer.byteLength(path)).toBeLessThan(104);
  remove();
});
