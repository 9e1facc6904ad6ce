import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { container } from "../../../provider/resources/container";
import { absolutePath, cleanPath, samePath } from "../../../provider/resources/path";
import type { AnyAttribute, Block, Fields } from "../../../provider/schema";
import type { Recording } from "../../e2e/engine/paths/record";

const folder = join(__dirname, "container/paths");
const recordings = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Recording);

const attributeAt = (fields: Fields, [name = "", ...rest]: readonly string[]): AnyAttribute => {
  const field = fields[name] as AnyAttribute | Block;
  return field.kind === "block" ? attributeAt(field.fields, rest) : field;
};

/** What an engine tells otherwise than it was asked. */
const cleaned = recordings.flatMap(({ engine, paths }) =>
  paths.filter(({ path, told }) => told !== undefined && told !== path).map((each) => ({ engine, ...each })),
);

test.each(cleaned)("$engine makes $told of $argument = $path, which is no change", ({ argument, path, told }) => {
  const { same } = attributeAt(container.schema, argument.split(",")[0]!.split(".")).options;
  expect(same?.(told!, path)).toBe(true);
});

test("engines were asked", () => {
  expect(recordings).not.toEqual([]);
  expect(cleaned).not.toEqual([]);
});

test.each([
  ["/tmp", "/tmp"],
  ["/tmp/", "/tmp"],
  ["/", "/"],
  ["//", "/"],
  ["", ""],
  ["a/../b", "b"],
  ["C:\\app\\", "C:\\app"],
  ["C:\\", "C:\\"],
])("%j is %j, cleaned", (path, clean) => {
  expect(cleanPath(path)).toBe(clean);
});

test("another folder is another path", () => {
  expect(samePath("/tmp", "/tmp2")).toBe(false);
});

test.each(["/a", "C:\\a", "C:/a", "\\\\host\\share"])("%j is absolute", (path) => {
  expect(absolutePath(() => "x")(path)).toBeUndefined();
});

test.each(["", "a", "./a", "C:a"])("%j is not", (path) => {
  expect(absolutePath((text) => `another than ${text}`)(path)).toBe(
    `${JSON.stringify(path)} is not absolute; write another than ${path}`,
  );
});
