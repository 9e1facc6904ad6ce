import { formatDuration, sameDuration, tryDuration, validateDuration } from "../../../provider/resources/duration";

/** What Go's own parser takes. Source: https://pkg.go.dev/time#ParseDuration */
test.each([
  { text: "0", nanoseconds: 0 },
  { text: "1m30s", nanoseconds: 90e9 },
  { text: "1.5h", nanoseconds: 5400e9 },
  { text: ".5s", nanoseconds: 5e8 },
  { text: "1.s", nanoseconds: 1e9 },
  { text: "+5s", nanoseconds: 5e9 },
  { text: "7us", nanoseconds: 7e3 },
  { text: "7\u00b5s", nanoseconds: 7e3 },
  { text: "7\u03bcs", nanoseconds: 7e3 },
  { text: "3ns", nanoseconds: 3 },
])("$text is $nanoseconds nanoseconds", ({ text, nanoseconds }) => {
  expect(tryDuration(text)).toBe(nanoseconds);
  expect(validateDuration(text)).toBeUndefined();
  expect(sameDuration(text, formatDuration(nanoseconds))).toBe(true);
});

test.each(["", "5", "soon", ".s", "-5s", "5 s", "1d"])("%j is none", (text) => {
  expect(validateDuration(text)).toBe(
    `"${text}" is no duration; write numbers with units (ns, us, ms, s, m, h), like "1m30s"`,
  );
});
