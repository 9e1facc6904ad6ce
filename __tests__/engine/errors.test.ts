import { excerpt } from "../../engine/errors";

test("an excerpt of a long text says how long it is", () => {
  expect(excerpt("short")).toBe("short");
  expect(excerpt("x".repeat(5000))).toBe(`${"x".repeat(2000)}… (5000 characters in all)`);
});
