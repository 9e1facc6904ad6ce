import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { OwnEngine } from "../../own-engine";

let own: OwnEngine;
let another: ChildProcess;

beforeAll(async () => {
  own = await OwnEngine.prepare();
  await own.start();
  another = spawn("sleep", ["600"]);
});

afterAll(async () => {
  another.kill();
  await own.remove();
});

test("an engine that was killed starts although another program has the process ids by now that it noted", async () => {
  await own.stop("SIGKILL");
  for (const file of Object.values(own.dockerd.pidFiles)) writeFileSync(file, String(another.pid));
  await expect(own.start()).resolves.toBeUndefined();
});
