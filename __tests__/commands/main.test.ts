import { deploy } from "../../commands/deploy";
import { destroy } from "../../commands/destroy";
import { diff } from "../../commands/diff";
import { logs } from "../../commands/logs";
import { labProgram } from "../../commands/main";
import { open } from "../../commands/open";
import { status } from "../../commands/status";
import { verify } from "../../commands/verify";

jest.mock("../../commands/deploy", () => ({ deploy: jest.fn() }));
jest.mock("../../commands/destroy", () => ({ destroy: jest.fn() }));
jest.mock("../../commands/diff", () => ({ diff: jest.fn() }));
jest.mock("../../commands/logs", () => ({ logs: jest.fn() }));
jest.mock("../../commands/open", () => ({ open: jest.fn() }));
jest.mock("../../commands/verify", () => ({ verify: jest.fn() }));
jest.mock("../../commands/status", () => ({ status: jest.fn() }));

beforeEach(() => jest.spyOn(process.stderr, "write").mockImplementation(() => true));
afterEach(() => jest.restoreAllMocks());

const run = (line: string) => {
  const program = labProgram();
  for (const command of [program, ...program.commands]) command.exitOverride().configureOutput({ writeErr: () => {} });
  return program.parseAsync(line.split(" "), { from: "user" });
};

test.each([
  { line: "deploy", called: deploy, stages: [], options: { install: true } },
  { line: "deploy stage1 stage4", called: deploy, stages: ["stage1", "stage4"], options: { install: true } },
  { line: "deploy --no-install stage2", called: deploy, stages: ["stage2"], options: { install: false } },
  { line: "destroy stage3", called: destroy, stages: ["stage3"], options: { install: true } },
  { line: "diff stage2", called: diff, stages: ["stage2"], options: { install: true } },
  { line: "verify stage1", called: verify, stages: ["stage1"], options: {} },
  { line: "verify --json", called: verify, stages: [], options: { json: true } },
  { line: "status", called: status, stages: [], options: {} },
  { line: "status stage3 --json", called: status, stages: ["stage3"], options: { json: true } },
])("`./lab $line`", async ({ line, called, stages, options }) => {
  await run(line);
  expect(called).toHaveBeenLastCalledWith(stages, options, expect.anything());
});

test("`./lab open` and `./lab logs` take one stage", async () => {
  await run("open stage4");
  expect(open).toHaveBeenLastCalledWith("stage4", {}, expect.anything());
  await run("logs stage4 vote");
  expect(logs).toHaveBeenLastCalledWith("stage4", "vote", {}, expect.anything());
});

test.each([
  { line: "deploy stage9", code: "commander.invalidArgument", says: "there are stage1, stage2, stage3, stage4" },
  { line: "deploy --prune", code: "commander.unknownOption", says: "--prune" },
  { line: "deploy Stage1", code: "commander.invalidArgument", says: "did you mean `stage1`?" },
  { line: "open", code: "commander.missingArgument", says: "stage" },
  { line: "open stage1 stage2", code: "commander.excessArguments", says: "" },
  { line: "completion fish", code: "commander.invalidArgument", says: "bash, zsh" },
  { line: "frob", code: "commander.unknownCommand", says: "frob" },
])("`./lab $line` is refused", async ({ line, code, says }) => {
  await expect(run(line)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
});
