import fc from "fast-check";
import { readDuration, writeDuration } from "../../../../constructs/compose/forms/duration";

const S = 1e9;
test.each<[string, number | undefined]>([
  ["10s", 10 * S],
  ["1m30s", 90 * S],
  ["1h", 3600 * S],
  ["1.5s", 1.5 * S],
  [".5s", 0.5 * S],
  ["100ms", 0.1 * S],
  ["5us", 5000],
  ["5µs", 5000],
  ["1ns", 1],
  ["2d", 2 * 86_400 * S],
  ["1w", 7 * 86_400 * S],
  ["0", 0],
  ["0s", 0],
  ["", undefined],
  ["10", undefined],
  ["-5s", undefined],
  ["5 s", undefined],
  ["s", undefined],
  ["5x", undefined],
  ["1m30", undefined],
  ["1e3s", undefined],
  ["999999999h", undefined],
])("%s is %s ns", (text, expected) => {
  expect(readDuration(text)).toBe(expected);
});

test.each([
  [0, "0s"],
  [90 * S, "1m30s"],
  [3600 * S, "1h"],
  [1.5 * S, "1s500ms"],
  [1, "1ns"],
])("%d ns is written %s", (nanoseconds, text) => {
  expect(writeDuration(nanoseconds)).toBe(text);
});

test("what is written is read as what it was", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (nanoseconds) => {
      expect(readDuration(writeDuration(nanoseconds))).toBe(nanoseconds);
    }),
  );
});
