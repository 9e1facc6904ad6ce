import { failureLine, linesOf, planLines } from "../../../commands/display/stage-lines";
import type { Diagnostic, TerraformEvent } from "../../../commands/terraform/event";
import { recording } from "../terraform/recordings";

const shown = (name: Parameters<typeof recording>[0], lines = linesOf) => recording(name).flatMap(lines);

test("a deploy is a line for what was made, and the sum", () => {
  expect(shown("deploy")).toEqual([
    "+ docker_image.image-hello-world",
    "+ docker_container.hello-world",
    "+ docker_image.image-alpine",
    "+ docker_container.alpine-interactive",
    "+ docker_exec.alpine-interactive-ls",
    "+ docker_container.isolation-writer",
    "+ docker_exec.isolation-write",
    "+ docker_exec.isolation-ls",
    "+ docker_container.alpine-sh",
    "+ docker_container.alpine-ls",
    "+ docker_container.isolation-reader",
    "11 added, 0 changed, 0 destroyed",
  ]);
});

test("one that changes nothing says so", () => {
  expect(shown("no-changes")).toEqual(["no changes", "0 added, 0 changed, 0 destroyed"]);
});

test("what is removed has its sign, a warning its own, and what helps stands under it", () => {
  const lines = shown("destroy");
  expect(lines).toContain("- docker_container.hello-world");
  expect(lines.at(-1)).toBe("11 destroyed");
  const at = lines.findIndex((line) => line.startsWith("!"));
  expect(lines[at]).toBe('! image "alpine" was not removed: it is in use');
  expect(lines[at + 1]).toMatch(/^ {2}conflict: unable to remove/);
});

test("an error tells the resource, what is wrong and what helps", () => {
  expect(shown("failed").slice(-2)).toEqual([
    '✗ docker_container.hello-world: name in use: a container named "stage1-hello-world" exists and was not made by this configuration',
    "  It was left untouched. Choose another `name`, remove it (`docker container rm stage1-hello-world`), or bring it under Terraform with `terraform import`.",
  ]);
});

test.each([
  { action: "create", line: "+ docker_network.net" },
  { action: "update", line: "~ docker_network.net" },
  { action: "delete", line: "- docker_network.net" },
  { action: "replace", line: "-/+ docker_network.net" },
  { action: "read", line: undefined },
  { action: "noop", line: undefined },
] as const)("a plan to $action is $line", ({ action, line }) => {
  const change = { resource: { addr: "docker_network.net_1E132F09" }, action };
  const planned: TerraformEvent = { "@message": "", type: "planned_change", change };
  expect(planLines(planned)).toEqual(line === undefined ? [] : [line]);
  expect(linesOf(planned)).toEqual([]);
});

test("a plan ends with its sum, or with that nothing changes", () => {
  const planned = recording("deploy").filter(({ type }) => type === "planned_change" || type === "change_summary");
  expect(planned.slice(0, -1).flatMap(planLines).slice(-2)).toEqual([
    "+ docker_container.isolation-reader",
    "11 to add, 0 to change, 0 to destroy",
  ]);
  expect(recording("plan").flatMap(planLines)).toEqual(["no changes"]);
});

test("what others changed is told with a plan", () => {
  const change = { resource: { addr: "docker_container.shell" }, action: "update" } as const;
  expect(planLines({ "@message": "", type: "resource_drift", change })).toEqual([
    "~ docker_container.shell (outside of Terraform)",
  ]);
});

test("text that steers a terminal is shown by its characters", () => {
  const diagnostic = { severity: "error", summary: "bad \u001b]0;title\u0007", detail: "one\rtwo" } as const;
  expect(linesOf({ "@message": "", type: "diagnostic", diagnostic })).toEqual([
    "✗ bad \\x1b]0;title\\x07",
    "  one\\x0dtwo",
  ]);
});

const errorsOf = (name: Parameters<typeof recording>[0]): Diagnostic[] =>
  recording(name).flatMap((event) => (event.type === "diagnostic" ? [event.diagnostic] : []));

test("a failure is the first error, with its resource", () => {
  expect(failureLine("stage1", errorsOf("failed"), [])).toBe(
    'stage1 failed: docker_container.hello-world: name in use: a container named "stage1-hello-world" exists and was not made by this configuration',
  );
});

test("how many more there are is said", () => {
  const error = { severity: "error", summary: "no" } as const;
  expect(failureLine("stage1", [error, error, error], [])).toBe("stage1 failed: no (and 2 more, see above)");
});

test.each([
  { words: ["panic: oh", "  signal: killed "], says: "stage1 failed: signal: killed" },
  { words: [], says: "stage1 failed: Terraform ended without a word" },
])("without an error it is the last that was said: $says", ({ words, says }) => {
  expect(failureLine("stage1", [], words)).toBe(says);
});
