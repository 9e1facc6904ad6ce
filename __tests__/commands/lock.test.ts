import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whileAlone } from "../../commands/lock";

let folder: string;
let file: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "t-lock-")), "cdktf.out");
  file = join(folder, "lab.lock");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

test("a second command is told who is at work, and the first goes on", async () => {
  await whileAlone(
    "./lab deploy stage1",
    async () => {
      await expect(whileAlone("./lab destroy", () => Promise.reject(), folder)).rejects.toMatchObject({
        code: "lab-locked",
        message: expect.stringMatching(
          new RegExp(`\`./lab deploy stage1\`, process ${process.pid}, since [\\d:]+\\): wait for its end`),
        ),
      });
      expect(existsSync(file)).toBe(true);
    },
    folder,
  );
});

test("nothing is left of it, also where the command fails", async () => {
  const failing = whileAlone("./lab deploy", () => Promise.reject(new Error("no")), folder);
  await expect(failing).rejects.toThrow("no");
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  { name: "of a process that is gone", text: '{"command":"./lab deploy","pid":4194304,"started":"1"}' },
  { name: "of a process whose id is another one's by now", text: `{"pid":${process.pid},"started":"1"}` },
  { name: "that was cut short", text: '{"comm' },
])("a lock $name holds nothing", async ({ text }) => {
  await whileAlone("./lab deploy", async () => {}, folder);
  writeFileSync(file, text);
  const work = jest.fn(async () => {});
  await whileAlone("./lab deploy", work, folder);
  expect(work).toHaveBeenCalled();
});
