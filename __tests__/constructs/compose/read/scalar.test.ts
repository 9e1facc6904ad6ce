import fc from "fast-check";
import { writeNumber } from "../../../../constructs/compose/formats/number";
import { resolvePlain } from "../../../../constructs/compose/read/scalar";

const rows: [text: string, value: unknown][] = [
  ["", null],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["nULL", "nULL"],
  ["true", true],
  ["True", true],
  ["yes", "yes"],
  ["on", "on"],
  ["0", 0],
  ["-0", 0],
  ["12", 12],
  ["+12", 12],
  ["0644", 420],
  ["0o644", 420],
  ["0888", 888],
  ["0x1F", 31],
  ["0b101", 5],
  ["1_000", 1000],
  ["1.5", 1.5],
  [".5", 0.5],
  ["1.", 1],
  ["1e3", 1000],
  ["1e", "1e"],
  [".inf", Number.POSITIVE_INFINITY],
  ["22:22", "22:22"],
  ["1.2.3", "1.2.3"],
  ["2026-01-02", "2026-01-02"],
  ["80:80", "80:80"],
];
test.each(rows)("%j reads as %j", (text, value) => {
  expect(resolvePlain(text)).toEqual(value);
});

const written: [text: string, as: string][] = [
  ["1.10", "1.1"],
  ["0644", "420"],
  ["1_000", "1000"],
  ["9223372036854775807", "9223372036854775807"],
  ["1e21", "1e+21"],
  ["1e20", "100000000000000000000"],
  ["0.00001", "1e-05"],
  ["0.0001", "0.0001"],
  ["1.0", "1"],
  ["-.inf", "-Inf"],
  [".nan", "NaN"],
];
test.each(written)("%s is written as %s", (text, as) => {
  expect(writeNumber(text)).toBe(as);
});

test("a number keeps its value when written", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(writeNumber(String(value)))).toBe(value === 0 ? 0 : value);
    }),
  );
});
