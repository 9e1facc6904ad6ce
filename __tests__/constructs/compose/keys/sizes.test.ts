import fc from "fast-check";
import { readFileMode } from "../../../../constructs/compose/formats/file-mode";
import { readByteSize } from "../../../../formats/byte-size";

test.each<[string, number | undefined]>([
  ["0", 0],
  ["100", 100],
  ["100b", 100],
  ["1k", 1024],
  ["1kb", 1024],
  ["1KiB", 1024],
  ["50M", 52_428_800],
  ["1.5g", 1_610_612_736],
  ["2 gb", 2_147_483_648],
  ["1t", 1024 ** 4],
  ["", undefined],
  ["m", undefined],
  ["-1", undefined],
  ["1x", undefined],
  ["1.m", undefined],
  ["9999999999p", undefined],
])("%s is %s bytes", (text, expected) => {
  expect(readByteSize(text)).toBe(expected);
});

test("a number of units is that many times its bytes", () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom("", "k", "m"), (count, unit) => {
      expect(readByteSize(`${count}${unit}`)).toBe(count * { "": 1, k: 1024, m: 1024 ** 2 }[unit]!);
    }),
  );
});

test.each<[string, number | undefined]>([
  ["0444", 0o444],
  ["444", 0o444],
  ["0o444", 0o444],
  ["1777", 0o1777],
  ["", undefined],
  ["888", undefined],
  ["rwx", undefined],
])("permissions %s are %s", (text, expected) => {
  expect(readFileMode(text)).toBe(expected);
});
