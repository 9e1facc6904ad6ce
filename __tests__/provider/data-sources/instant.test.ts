import { tryInstant, validateInstant } from "../../../provider/data-sources/instant";

const now = Date.parse("2026-01-31T12:00:00Z");

test.each([
  { text: "2026-01-31T12:00:00Z", seconds: "1769860800.000" },
  { text: "2026-01-31T13:00:00.250+01:00", seconds: "1769860800.250" },
  { text: "2026-01-31T12:00Z", seconds: "1769860800.000" },
  { text: "2026-01-31T13+01:00", seconds: "1769860800.000" },
  { text: "2026-01-31Z", seconds: "1769817600.000" },
  { text: "2026-01-31-02:00", seconds: "1769824800.000" },
  { text: "1769860800", seconds: "1769860800" },
  { text: "1769860800.123456789", seconds: "1769860800.123456789" },
  { text: "10m", seconds: "1769860200.000" },
  { text: "1h30m", seconds: "1769855400.000" },
  { text: "500ms", seconds: "1769860799.500" },
  { text: "-10m", seconds: "1769861400.000" },
])("$text is an instant", ({ text, seconds }) => {
  expect(tryInstant(text, now)).toBe(seconds);
  expect(validateInstant(text)).toBeUndefined();
});

test.each([
  { text: "2026-01-31", date: new Date(2026, 0, 31) },
  { text: "2026-01-31T12", date: new Date(2026, 0, 31, 12) },
  { text: "2026-01-31T12:30", date: new Date(2026, 0, 31, 12, 30) },
  { text: "2026-01-31T12:30:15.5", date: new Date(2026, 0, 31, 12, 30, 15, 500) },
])("$text is an instant of this machine's own zone", ({ text, date }) => {
  expect(tryInstant(text, now)).toBe((date.getTime() / 1000).toFixed(3));
});

test.each(["yesterday", "2026-13-01", "2026-01-31 12:00", "-", "--10m"])("%s is none", (text) => {
  expect(tryInstant(text, now)).toBeUndefined();
  expect(validateInstant(text)).toContain(`${JSON.stringify(text)} is no instant; write a time like`);
});

test("an empty text asks for none", () => {
  expect(validateInstant("")).toBeUndefined();
});
