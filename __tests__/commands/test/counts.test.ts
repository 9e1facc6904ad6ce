import { closingLine, countsIn, countsOf, type JestReport, total } from "../../../commands/test/counts";

const report = (counts: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...counts,
});

test.each([
  { name: "all passed", report: report({ numPassedTests: 3 }), exitCode: 0, counts: [3, 0, 0] },
  { name: "one failed", report: report({ numPassedTests: 2, numFailedTests: 1 }), exitCode: 1, counts: [2, 1, 0] },
  {
    name: "skipped and todo",
    report: report({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
    exitCode: 0,
    counts: [1, 0, 3],
  },
  {
    name: "a file that does not compile",
    report: report({ numPassedTests: 1, numRuntimeErrorTestSuites: 1 }),
    exitCode: 1,
    counts: [1, 1, 0],
  },
  { name: "no report", report: undefined, exitCode: 0, counts: [0, 1, 0] },
  { name: "a bad end that counted nothing", report: report({ numPassedTests: 5 }), exitCode: 1, counts: [5, 1, 0] },
])("$name", ({ report, exitCode, counts: [passed, failed, skipped] }) => {
  expect(countsOf(report, exitCode)).toEqual({ passed, failed, skipped });
});

test("the closing line sums all runs", () => {
  const sum = total([
    { passed: 3, failed: 0, skipped: 1 },
    { passed: 0, failed: 1, skipped: 0 },
  ]);
  expect(closingLine(sum)).toBe("3 passed, 1 failed, 1 skipped");
});

test.each([
  {
    name: "the last closing line counts",
    printed: "1 passed, 0 failed, 0 skipped\n✓ x\n3 passed, 2 failed, 1 skipped\n",
    counts: [3, 2, 1],
  },
  { name: "a run that ended without one is a failure", printed: "Killed\n", counts: [0, 1, 0] },
])("of what another run printed, $name", ({ printed, counts: [passed, failed, skipped] }) => {
  expect(countsIn(printed)).toEqual({ passed, failed, skipped });
});
