import { compareVersions, negotiate, newestKnown, oldestSpoken } from "../../engine/api-version";

test.each([
  { engine: oldestSpoken, spoken: oldestSpoken },
  { engine: "1.41", spoken: "1.41" },
  { engine: newestKnown, spoken: newestKnown },
  { engine: "1.56", spoken: newestKnown },
  { engine: "1.100", spoken: newestKnown },
  { engine: "2.0", spoken: newestKnown },
])("with an engine of $engine, $spoken is spoken", ({ engine, spoken }) => {
  expect(negotiate(engine, "unix:///x")).toBe(spoken);
});

test.each(["1.39", "1.9", "0.50"])("an engine of %s is too old", (engine) => {
  expect(() => negotiate(engine, "unix:///x")).toThrow(
    expect.objectContaining({ code: "version-too-old", what: expect.stringContaining(engine) }),
  );
});

test("versions are compared by number, not as text", () => {
  expect(["1.100", "1.9", "2.0", "1.41"].sort(compareVersions)).toEqual(["1.9", "1.41", "1.100", "2.0"]);
});
