import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whileAlone } from "../../commands/lock";
import { processStart } from "../../temporary";

/** Called whenever somebody looks whether a process lives. */
let onLook = () => {};
jest.mock("../../temporary", () => {
  const actual = jest.requireActual<typeof import("../../temporary")>("../../temporary");
  return {
    ...actual,
    processStart: (pid: number) => {
      const started = actual.processStart(pid);
      onLook();
      return started;
    },
  };
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "t-lock-")), "cdktf.out");
  file = join(folder, "lab.lock");
});
afterEach(() => {
  onLook = () => {};
  rmSync(join(folder, ".."), { recursive: true });
});

const dead = '{"command":"./lab deploy","pid":4194304,"started":"1"}';
/** The lock of another run that lives. */
const other = () =>
  JSON.stringify({ command: "./lab diff", pid: process.ppid, started: processStart(process.ppid), since: 0 });

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
  { name: "of a process that is gone", text: dead },
  { name: "of a process whose id is another one's by now", text: `{"pid":${process.pid},"started":"1"}` },
  { name: "that was cut short", text: '{"comm' },
])("a lock $name holds nothing", async ({ text }) => {
  await whileAlone("./lab deploy", async () => {}, folder);
  writeFileSync(file, text);
  const work = jest.fn(async () => {});
  await whileAlone("./lab deploy", work, folder);
  expect(work).toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual([]);
});

test("a dead lock that another run has taken over since it was read is that run's", async () => {
  await whileAlone("./lab deploy", async () => {}, folder);
  writeFileSync(file, dead);
  const lock = other();
  let looks = 0;
  onLook = () => {
    looks += 1;
    // The first look is at this process itself.
    if (looks === 2) writeFileSync(file, lock);
  };
  const work = jest.fn(async () => {});
  await expect(whileAlone("./lab deploy", work, folder)).rejects.toMatchObject({ code: "lab-locked" });
  expect(work).not.toHaveBeenCalled();
  expect(readFileSync(file, "utf8")).toBe(lock);
  expect(readdirSync(folder)).toEqual(["lab.lock"]);
});

test("a run that was killed while it took over a dead lock keeps nobody from it", async () => {
  await whileAlone("./lab deploy", async () => {}, folder);
  writeFileSync(file, dead);
  const killed = dead.replace("4194304", "4194303");
  const right = `${file}.${createHash("sha256").update(dead).digest("hex").slice(0, 16)}`;
  writeFileSync(right, killed);
  const work = jest.fn(async () => {});
  await whileAlone("./lab deploy", work, folder);
  expect(work).toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock that cannot be read is no dead one, and not waited for", async () => {
  mkdirSync(file, { recursive: true });
  await expect(whileAlone("./lab deploy", async () => {}, folder)).rejects.toMatchObject({ code: "EISDIR" });
  expect(readdirSync(folder)).toEqual(["lab.lock"]);
});

test("at its end a run lets go of its own lock alone", async () => {
  const lock = other();
  await whileAlone("./lab deploy", async () => writeFileSync(file, lock), folder);
  expect(readFileSync(file, "utf8")).toBe(lock);
});
