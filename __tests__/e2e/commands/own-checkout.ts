import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningLab {
  readonly ended: Promise<Ended>;
  /** Resolves when standard error has a line that fits. */
  says(line: RegExp): Promise<void>;
  /** The same of standard output. */
  prints(line: RegExp): Promise<void>;
  /** Resolves with what standard output has that fits, the first group of it. */
  printed(text: RegExp): Promise<string>;
  /** To the whole process group, as a terminal's Ctrl-C goes. */
  killGroup(signal: NodeJS.Signals): void;
}

/** A copy of this checkout, so that ./lab has state and a lab.json of its own there. */
export class OwnCheckout {
  readonly folder = mkdtempSync(join(tmpdir(), "lab-"));

  /**
   * @param prefix of every name on the engine
   * @param settings of its lab.json beside that
   */
  constructor(prefix: string, settings: object = {}) {
    const origin = resolve(__dirname, "../../..");
    const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: origin })
      .toString()
      .trim()
      .split("\n");
    for (const file of files.filter(
      (name) => existsSync(join(origin, name)) && !/^(__tests__\/|bench\/|docs\/(?!stage|pictures))/.test(name),
    )) {
      cpSync(join(origin, file), join(this.folder, file));
    }
    symlinkSync(join(origin, "node_modules"), join(this.folder, "node_modules"));
    utimesSync(join(this.folder, "package-lock.json"), 0, 0);
    writeFileSync(join(this.folder, "lab.json"), JSON.stringify({ ...settings, prefix }));
  }

  /** Resolves once a ./lab that changes something is at work here: it then holds the checkout's lock. */
  async untilAtWork(): Promise<void> {
    while (!existsSync(join(this.folder, "cdktf.out/lab.lock"))) await pause(10);
  }

  lab(...args: string[]): Promise<Ended> {
    return this.start(args).ended;
  }

  /** `npx cdktf ARGS`, to its end. */
  cdktf(...args: string[]): Promise<Ended> {
    return this.spawn("npx", ["cdktf", ...args]).ended;
  }

  /** Terraform itself, in a stage's folder; what it asks is not answered. */
  terraform(stage: string, ...args: string[]): RunningLab {
    return this.spawn("terraform", [`-chdir=cdktf.out/stacks/${stage}`, ...args, "-no-color"], {}, true);
  }

  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningLab {
    return this.spawn(join(this.folder, "lab"), args, env);
  }

  /** @param isAsked whether it waits for an answer that does not come, rather than finding that there is nobody */
  private spawn(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, isAsked = false): RunningLab {
    const child = spawn(program, args, {
      cwd: this.folder,
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
    });
    if (!isAsked) child.stdin.end();
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise<Ended>((done) => child.on("close", (code) => done({ code: code ?? -1, stdout, stderr })));
    const seen = (stream: Readable, line: RegExp, text: () => string) =>
      new Promise<void>((found, failed) => {
        const look = () => line.test(text()) && found();
        stream.on("data", look);
        ended.then(() => failed(new Error(`ended before it said ${line}:\n${stdout}${stderr}`)));
        look();
      });
    return {
      ended,
      says: (line) => seen(child.stderr, line, () => stderr),
      prints: (line) => seen(child.stdout, line, () => stdout),
      printed: async (text) => {
        await seen(child.stdout, text, () => stdout);
        return text.exec(stdout)![1]!;
      },
      killGroup: (signal) => process.kill(-child.pid!, signal),
    };
  }

  /** Waits for the end of every process that works in the folder: Terraform has a process group of its own. */
  async untilQuiet(): Promise<void> {
    while (processesIn(this.folder).length > 0) await pause(50);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function processesIn(folder: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}
