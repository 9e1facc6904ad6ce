import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PidFiles, removeStalePidFiles } from "../../../commands/setup/stale-pid-files";

let files: PidFiles;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "pid-files-"));
  files = { dockerd: join(folder, "docker.pid"), containerd: join(folder, "containerd.pid") };
});

const removed = () => Object.values(files).map((file) => !existsSync(file));

test("a number that no process or another program has by now is of an engine that was killed", () => {
  writeFileSync(files.dockerd, "4194305");
  writeFileSync(files.containerd, `${process.pid}\n`);
  removeStalePidFiles(files);
  expect(removed()).toEqual([true, true]);
});

test("a file that holds no number is of none", () => {
  writeFileSync(files.dockerd, "");
  removeStalePidFiles(files);
  expect(removed()).toEqual([true, true]);
});

test("an engine that runs keeps its files", async () => {
  const dockerd = spawn("sleep", ["60"], { argv0: "/usr/sbin/dockerd" });
  try {
    await once(dockerd, "spawn");
    writeFileSync(files.dockerd, String(dockerd.pid));
    writeFileSync(files.containerd, String(dockerd.pid));
    removeStalePidFiles(files);
    expect(removed()).toEqual([false, true]);
  } finally {
    dockerd.kill();
  }
});

test("where none runs and none was killed there is nothing to do", () => {
  expect(() => removeStalePidFiles(files)).not.toThrow();
});
