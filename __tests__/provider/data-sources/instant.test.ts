import { tryInstant, validateInstant } from "../../../provider/data-sources/instant";

const now = Date.parse("2026-01-31T12:00:00Z");

test.each([
  { text: "2026-01-31T12:00:00Z", seconds: "1769860800.000" },
  { text: "2026-01-31T13:00:00.250+01:00", seconds: "1769860800.250" },
  { text: "2026-01-31", seconds: "1769817600.000" },
  { text: "1769860800", seconds: "1769860800" },
  { text: "1769860800.123456789", seconds: "1769860800.123456789" },
  { text: "10m", seconds: "1769860200.000" },
  { text: "1h30m", seconds: "1769855400.000" },
  { text: "500ms", seconds: "1769860799.500" },
])("$text is an instant", ({ text, seconds }) => {
  expect(tryInstant(text, now)).toBe(seconds);
  expect(validateInstant(text)).toBeUndefined();
});

test.each(["yesterday", "2026-13-01", "2026-01-31 12:00", "-10m"])("%s is none", (text) => {
  expect(tryInstant(text, now)).toBeUndefined();
  expect(validateInstant(text)).toContain(`${JSON.stringify(text)} is no instant; write a time like`);
});

test("an empty text asks for none", () => {
  expect(validateInstant("")).toBeUndefined();
});
