import fc from "fast-check";
import { readComposeDuration, readDuration, sameDuration, writeDuration } from "../../formats/duration";
import asGoReads from "./reference/durations.json";

const S = 1e9;

const asGo = asGoReads.map(([text, nanoseconds]) => ({
  text: text as string,
  nanoseconds: nanoseconds as number | undefined,
}));
test.each(asGo)("$text is $nanoseconds nanoseconds, as Go reads it", ({ text, nanoseconds }) => {
  expect(readDuration(text)).toBe(nanoseconds);
});

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
])("in a Compose file, %s is %s ns", (text, expected) => {
  expect(readComposeDuration(text)).toBe(expected);
});

test.each([
  [0, "0s"],
  [90 * S, "1m30s"],
  [3600 * S, "1h"],
  [1.5 * S, "1s500ms"],
  [1, "1ns"],
  [5000, "5us"],
  [2160 * 3600 * S, "2160h"],
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

test.each([
  ["1h30m", "90m", true],
  ["0", "0s", true],
  ["1s", "2s", false],
  ["soon", "soon", true],
  ["soon", "1s", false],
])("whether %s and %s are one duration: %s", (a, b, same) => {
  expect(sameDuration(a, b)).toBe(same);
});
