import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BUSY = "for (;;);";
/** Writes 64 MiB, one at a time, and has the disk take each, again and again. */
const WRITE =
  'const fs = require("fs"); const data = Buffer.alloc(1 << 20, 1); for (;;) { const file = fs.openSync(process.argv[1], "w"); for (let i = 0; i < 64; i++) { fs.writeSync(file, data); fs.fsyncSync(file); } fs.closeSync(file); }';

/** Other work on this machine: processes that use all they get of the processors, and of the disk. */
export class Strain {
  private readonly folder = mkdtempSync(join(tmpdir(), "docker-stages-strain-"));
  private readonly processes: ChildProcess[];

  constructor({ busy, writing }: { readonly busy: number; readonly writing: number }) {
    const node = (...args: string[]) => spawn(process.execPath, ["-e", ...args], { stdio: "ignore" });
    this.processes = [
      ...Array.from({ length: busy }, () => node(BUSY)),
      ...Array.from({ length: writing }, (_, i) => node(WRITE, join(this.folder, String(i)))),
    ];
  }

  async end(): Promise<void> {
    const alive = this.processes.splice(0);
    const ended = alive.map((each) => new Promise((resolve) => each.once("close", resolve)));
    for (const each of alive) each.kill("SIGKILL");
    await Promise.all(ended);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
