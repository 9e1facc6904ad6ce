import { stripVTControlCharacters } from "node:util";
import { StageProgress } from "../../../commands/display/stage-progress";
import type { TerraformEvent } from "../../../commands/terraform/event";
import { recording } from "../terraform/recordings";

const RESOURCES = 11;

/** What is shown of a recording until `last`, a second each event, at the moment after. */
function until(name: Parameters<typeof recording>[0], last: (event: TerraformEvent) => boolean, known = RESOURCES) {
  const events = recording(name);
  const progress = new StageProgress("stage1", 0, known);
  const seen = events.slice(0, events.findIndex(last) + 1);
  seen.forEach((event, second) => {
    progress.take(event, second * 1000);
  });
  return { progress, now: seen.length * 1000 };
}

const lines = ({ progress, now }: ReturnType<typeof until>, columns: number) =>
  progress.lines(now, columns).map(stripVTControlCharacters);

const named = (address: string, type: TerraformEvent["type"]) => (event: TerraformEvent) =>
  event.type === type && "hook" in event && event.hook.resource.addr.startsWith(address);

test("before Terraform says anything it is being started", () => {
  const progress = new StageProgress("stage1", 0, 0);
  expect(progress.lines(1500, 80)).toEqual(["⠴ stage1  starting Terraform  1s"]);
});

test("what is read is shown against what the state has", () => {
  const shown = until("no-changes", named("docker_container.alpine-sh", "refresh_complete"));
  expect(lines(shown, 80)[0]).toMatch(/^. stage1 {2}━+─+ {2}reading 6 of 11 {2}16s$/);
  expect(shown.progress.brief(shown.now)).toBe("stage1: reading 6 of 11");
});

test("what is made is shown with its time, below a bar over the plan", () => {
  const shown = until("deploy", named("docker_container.alpine-sh", "apply_start"));
  expect(lines(shown, 80)).toEqual([
    expect.stringMatching(/^. stage1 {2}━{8}─{22} {2}3 of 11 {2}28s$/),
    "    + docker_container.alpine-interactive  4s",
    "    + docker_container.alpine-ls  3s",
    "    + docker_container.alpine-sh  1s",
  ]);
  expect(shown.progress.brief(shown.now)).toBe(
    "stage1: 3 of 11, + docker_container.alpine-interactive (4s), + docker_container.alpine-ls (3s), + docker_container.alpine-sh (1s)",
  );
});

test("what is waited for stands beside the resource", () => {
  const progress = new StageProgress("stage4", 0, 0, () => "1 of 2 tasks");
  const hook = { resource: { addr: "docker_service.vote_2D63EAA7" }, action: "create" } as const;
  progress.take({ "@message": "", type: "apply_start", hook }, 0);
  expect(progress.lines(4000, 80)[1]).toBe("    + docker_service.vote  1 of 2 tasks  4s");
  expect(progress.brief(4000)).toBe("stage4: starting Terraform, + docker_service.vote 1 of 2 tasks (4s)");
});

test("what failed is no longer under way", () => {
  const shown = until("failed", ({ type }) => type === "diagnostic");
  expect(shown.progress.changing).toEqual([]);
});

test("more than six resources at once are counted", () => {
  const progress = new StageProgress("stage4", 0, 0);
  for (let number = 0; number < 9; number++) {
    const hook = { resource: { addr: `docker_service.s${number}` }, action: "create" } as const;
    progress.take({ "@message": "", type: "apply_start", hook }, 0);
  }
  expect(progress.lines(0, 80).map(stripVTControlCharacters).slice(-2)).toEqual([
    "    + docker_service.s5  0s",
    "    and 3 more",
  ]);
});

test.each([80, 120, 40])("no line is wider than a terminal of %i columns", (columns) => {
  const progress = new StageProgress("stage1", 0, 0, () => "1 of 2 tasks");
  recording("deploy").forEach((event) => {
    progress.take(event, 0);
    const long = { resource: { addr: `docker_container.${"long-".repeat(30)}` }, action: "create" } as const;
    progress.take({ "@message": "", type: "apply_start", hook: long }, 0);
    for (const line of progress.lines(100_000, columns).map(stripVTControlCharacters))
      expect([line, line.length <= columns]).toEqual([line, true]);
  });
});
