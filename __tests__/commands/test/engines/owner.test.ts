import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { disown, own } from "../../../../commands/test/engines/owner";
import { processStart } from "../../../../temporary";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "machine-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (owner: object) => writeFileSync(join(folder, "owner.json"), JSON.stringify(owner));
const owner = () => JSON.parse(readFileSync(join(folder, "owner.json"), "utf8"));

test("a machine is had by whoever comes first, again and again, until it is let go", async () => {
  await own(folder);
  await own(folder);
  expect(owner()).toEqual({ pid: process.pid, started: processStart(process.pid) });
  await disown(folder);
  expect(owner).toThrow("ENOENT");
});

test("what another process has is not touched, while it lives", async () => {
  const other = spawn("sleep", ["60"]);
  try {
    write({ pid: other.pid, started: processStart(other.pid!) });
    await expect(own(folder)).rejects.toMatchObject({ code: "machine-in-use" });
    // Its id was given to another process.
    write({ pid: other.pid, started: "1" });
    await own(folder);
    expect(owner().pid).toBe(process.pid);
  } finally {
    other.kill();
  }
});
