import { deploy } from "../../commands/deploy";
import { destroy } from "../../commands/destroy";
import { labProgram } from "../../commands/main";
import { status } from "../../commands/status";
import { verify } from "../../commands/verify";

jest.mock("../../commands/deploy", () => ({ deploy: jest.fn() }));
jest.mock("../../commands/destroy", () => ({ destroy: jest.fn() }));
jest.mock("../../commands/verify", () => ({ verify: jest.fn() }));
jest.mock("../../commands/status", () => ({ status: jest.fn() }));

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
  { line: "verify stage1", called: verify, stages: ["stage1"], options: {} },
  { line: "status", called: status, stages: [], options: {} },
])("`./lab $line`", async ({ line, called, stages, options }) => {
  await run(line);
  expect(called).toHaveBeenLastCalledWith(stages, options, expect.anything());
});

test.each([
  { line: "deploy stage9", code: "commander.invalidArgument", says: "there are stage1, stage2, stage3, stage4" },
  { line: "deploy --prune", code: "commander.unknownOption", says: "--prune" },
  { line: "frob", code: "commander.unknownCommand", says: "frob" },
])("`./lab $line` is refused", async ({ line, code, says }) => {
  await expect(run(line)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
});
