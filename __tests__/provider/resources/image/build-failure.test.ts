import { EngineError, type EngineErrorCode } from "../../../../engine";
import type { BuildProgress, FailedStep } from "../../../../provider/buildkit";
import { buildFailure } from "../../../../provider/resources/image/build-failure";

const dockerfile = { path: "app/Dockerfile", text: "ARG BASE\nFROM $BASE\nRUN make \\\n  all\n" };
const failing = (step: FailedStep | undefined): BuildProgress => ({
  imageId: undefined,
  read: () => [],
  endedSteps: () => [],
  failedStep: () => step,
});
const error = (code: EngineErrorCode, words: string) =>
  new EngineError({ code, what: "s", remedy: "Do this.", engineMessage: words });

const rows = [
  {
    what: "a step, by its line and its last words",
    step: { name: "[2/2] RUN make   all", output: "cc a.c\nno such file\n" },
    error: error("server-error", "exit code: 2"),
    args: { BASE: "a" },
    summary: 'build of image "app" failed at app/Dockerfile:3: [2/2] RUN make   all',
    detail: "exit code: 2\nIt printed:\ncc a.c\nno such file",
  },
  {
    what: "a line that the engine names",
    step: undefined,
    error: error("bad-request", "dockerfile parse error line 3: unknown instruction: RUNN"),
    args: { BASE: "a" },
    summary: 'build of image "app" failed at app/Dockerfile:3',
    detail: "dockerfile parse error line 3: unknown instruction: RUNN",
  },
  {
    what: "an argument without a value",
    step: undefined,
    error: error("bad-request", "base name ($BASE) should not be blank"),
    args: {},
    summary: 'build of image "app" failed at app/Dockerfile',
    detail:
      "base name ($BASE) should not be blank\nArguments without a value: `BASE` (line 1). Set them in `build_args`, or give the ARG line a default.",
  },
  {
    what: "a base image: what helps",
    step: { name: "[internal] load metadata for r/a", output: "" },
    error: error("unauthorized", "401"),
    args: { BASE: "a" },
    summary: 'build of image "app" failed at app/Dockerfile',
    detail: "401\nDo this.",
  },
];
test.each(rows)("$what", ({ step, args, summary, detail, error: thrown }) => {
  const { diagnostics } = buildFailure({
    image: "app",
    dockerfile,
    args: args as Record<string, string>,
    progress: failing(step),
    error: thrown,
  });
  expect(diagnostics).toEqual([{ severity: "error", summary, detail, path: ["build"] }]);
});

test("of a Dockerfile that the engine fetched, the step alone is known", () => {
  const step = { name: "RUN false", output: "" };
  const failure = buildFailure({
    image: "app",
    dockerfile: undefined,
    args: {},
    progress: failing(step),
    error: error("server-error", "exit code: 1"),
  });
  expect(failure.diagnostics[0]?.summary).toBe('build of image "app" failed at RUN false');
});
