import type { Diagnostic } from "../../../commands/terraform/event";
import { failureOf, lockHolder } from "../../../commands/terraform/failure";
import { recording } from "./recordings";

const errorsOf = (name: Parameters<typeof recording>[0]): Diagnostic[] =>
  recording(name).flatMap((event) => (event.type === "diagnostic" ? [event.diagnostic] : []));

test("a failure is the first error, with its resource", () => {
  expect(failureOf("stage1", errorsOf("failed"), [])).toBe(
    'stage1 failed: docker_container.hello-world: name in use: a container named "stage1-hello-world" exists and was not made by this configuration',
  );
});

test("how many more there are is said", () => {
  const error = { severity: "error", summary: "no" } as const;
  expect(failureOf("stage1", [error, error, error], [])).toBe("stage1 failed: no (and 2 more, see above)");
});

test.each([
  { words: ["panic: oh", "  signal: killed "], says: "stage1 failed: signal: killed" },
  { words: [], says: "stage1 failed: Terraform ended without a word" },
])("without an error it is the last that was said: $says", ({ words, says }) => {
  expect(failureOf("stage1", [], words)).toBe(says);
});

test("who holds the lock of a state is read from Terraform's error", () => {
  expect(lockHolder(errorsOf("locked"))).toEqual({ who: "learner@classroom", since: "2026-11-29 21:46:55 UTC" });
});

test("any other error is of no lock", () => {
  expect(lockHolder(errorsOf("failed"))).toBeUndefined();
});
