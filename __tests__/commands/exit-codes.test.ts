import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const lab = (...args: string[]) => spawnSync(resolve(__dirname, "../../lab"), args, { encoding: "utf8" });

test.each([
  {
    args: [],
    status: 0,
    stdout: /^Usage: .*Exit codes: 0 done, 1 failed, 2 not a command of \.\/lab, 130 interrupted/s,
  },
  { args: ["--help"], status: 0, stdout: /^Usage: / },
  { args: ["deploy", "--help"], status: 0, stdout: /^Usage: \.\/lab deploy/ },
  { args: ["--version"], status: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  { args: ["open", "stage1"], status: 1, stderr: /^✗ .*`\.\/lab open stage4` opens what has$/m },
  { args: ["frob"], status: 2, stderr: /unknown command/ },
  { args: ["deploy", "1"], status: 2, stderr: /did you mean `stage1`\?/ },
  { args: ["deploy", "--frob"], status: 2, stderr: /unknown option/ },
  { args: ["page", "--port", "99999"], status: 2, stderr: /a port is a whole number from 1 to 65535/ },
])("`./lab $args` ends with $status", ({ args, status, stdout = /^$/, stderr = /^$/ }) => {
  expect(lab(...args)).toEqual(
    expect.objectContaining({
      status,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringMatching(stderr),
    }),
  );
});
