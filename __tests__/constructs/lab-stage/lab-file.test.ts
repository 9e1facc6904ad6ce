import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLabFile } from "../../../constructs/lab-stage/lab-file";
import { codeOf, scratchFolder } from "../scratch";

const folder = scratchFolder();

const written = (text: string) => {
  const file = join(folder, "lab.json");
  writeFileSync(file, text);
  return file;
};

test("what the file holds is the context", () => {
  expect(readLabFile(written('{"ingress": "edge"}'))).toEqual({ ingress: "edge" });
});

test("a key that would stand behind every other is left out", () => {
  expect(Object.entries(readLabFile(written('{"__proto__": {"prefix": "x"}, "ingress": "edge"}')))).toEqual([
    ["ingress", "edge"],
  ]);
});

test("no file is no context", () => {
  expect(readLabFile(join(folder, "none.json"))).toEqual({});
});

test.each(["", '{"ingress": "edge"', "[]", "null", '"edge"'])("%p is refused by its name", (text) => {
  const file = written(text);
  expect(codeOf(() => readLabFile(file))).toBe("lab-file");
  expect(() => readLabFile(file)).toThrow(file);
});
