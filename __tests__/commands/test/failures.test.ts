import { failuresIn, failuresOf } from "../../../commands/test/failures";

test("tests that failed are named with their files, and files that could not be run", () => {
  const testResults = [
    {
      ...{ name: "/x/a.test.ts", status: "failed" },
      assertionResults: [
        { fullName: "a container starts", status: "passed" },
        { fullName: "a container ends", status: "failed" },
      ],
    },
    { name: "/x/b/c.test.ts", status: "failed", assertionResults: [] },
    { name: "/x/d.test.ts", status: "passed", assertionResults: [{ fullName: "later", status: "pending" }] },
  ];
  expect(failuresOf({ testResults }, "/x")).toEqual(["a.test.ts: a container ends", "b/c.test.ts: could not be run"]);
});

test("they are found again among what another run printed", () => {
  expect(failuresIn("✓ x\n✗ a.test.ts: a container ends\n1 passed, 1 failed, 0 skipped\n")).toEqual([
    "a.test.ts: a container ends",
  ]);
  expect(failuresIn("3 passed, 0 failed, 0 skipped\n")).toEqual([]);
});
