import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { appendFile, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Place } from "./addresses";
import { machinesCache } from "./cache";
import { onNetwork } from "./network";
import { type Answer, runIn } from "./remote";

/** Megabytes that a machine has. */
const MEMORY = 3072;
/** Milliseconds that a machine is given to be up. */
const UP_WITHIN = 240_000;
/** And to be down: systemd gives each of its units 90 s to end, and what is left after them as long once more. */
const DOWN_WITHIN = 200_000;

/** A computer with a kernel, an init and an engine of its own: a process of this one, reached by ssh alone. */
export class Machine {
  private process: ChildProcess | undefined;

  private constructor(
    readonly place: Place,
    private readonly kernel: string,
    private readonly disk: string,
  ) {}

  /** A new one, up. @param disk what its own disk begins as: what it writes goes beside it, and is gone with it */
  static async start(place: Place, kernel: string, disk: string): Promise<Machine> {
    const machine = new Machine(place, kernel, disk);
    await mkdir(machine.folder, { recursive: true });
    for (const each of ["changes", "commands.log"]) await rm(join(machine.folder, each), { force: true });
    running.add(machine);
    await machine.boot("w");
    return machine;
  }

  /** Runs a command of a shell in it, as root unless it is named otherwise. */
  run(command: string, options: Parameters<typeof runIn>[2] = {}): Promise<Answer> {
    return runIn(this.place.address, command, options);
  }

  /** The same for one that has to succeed; all that it printed is kept beside the disk, in commands.log. @returns what it printed */
  async must(command: string, options: Parameters<typeof runIn>[2] = {}): Promise<string> {
    const { exitCode, printed } = await this.run(command, options);
    await appendFile(join(this.folder, "commands.log"), `$ ${command}\n${printed}\n`);
    if (exitCode !== 0) throw new Error(`\`${command}\` ended with exit code ${exitCode}: ${lastOf(printed)}`);
    return printed.trim();
  }

  /**
   * Down as in a reboot, and up again: what is on the disk stays. User-Mode Linux told to reboot would start itself
   * anew within its process, which has the network card already.
   *
   * @throws where the machine does not end by itself
   */
  async reboot(): Promise<void> {
    if (!(await this.down()))
      throw new Error(`${this.place.name} is not down ${DOWN_WITHIN / 1000} s later: ${await this.lastSaid()}`);
    await this.boot("a");
  }

  /** Turns it off, and forgets its disk. */
  async stop(): Promise<void> {
    await this.down();
    await rm(this.changes, { force: true });
    running.delete(this);
  }

  /** Pulls its plug. */
  kill(): void {
    this.process?.kill("SIGKILL");
    running.delete(this);
  }

  private get folder(): string {
    return join(machinesCache(), this.place.name);
  }

  private get changes(): string {
    return join(this.folder, "changes");
  }

  private get console(): string {
    return join(this.folder, "console.log");
  }

  /** @param console whether what its console said before is kept (`a`) */
  private async boot(console: "w" | "a"): Promise<void> {
    const { name, tap, mac } = this.place;
    const log = openSync(this.console, console);
    const [program, ...args] = onNetwork([
      // Whoever ends this process, however, ends the machine: nothing of it is left behind.
      ...["setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"],
      ...["sh", "-c", begin, "sh", this.folder, `${MEMORY + 128}m`, this.kernel],
      ...[`mem=${MEMORY}M`, `umid=${name}`, `ubd0=${this.changes},${this.disk}`, "root=/dev/ubda", "rw", "seccomp=on"],
      ...[`vec0:transport=tap,ifname=${tap},depth=128,gro=1,mac=${mac}`, "net.ifnames=0", "lsm=landlock,yama,apparmor"],
      // Node's file access by io_uring, whose memory this kernel does not map properly, would end in a panic.
      "sysctl.kernel.io_uring_disabled=2",
      ...["con=null", "con0=null,fd:1", `systemd.hostname=${name}`, "systemd.firstboot=off", "panic=-1"],
    ]);
    // All of the machine's processes have the pipe: it is closed once the last of them is gone, and the disk's lock with it.
    this.process = spawn(program, args, { stdio: ["ignore", log, log, "pipe"], detached: true });
    closeSync(log);
    for (const deadline = Date.now() + UP_WITHIN; ; await pause(500)) {
      const { exitCode } = await this.run("systemctl is-system-running --wait >/dev/null; systemctl is-active docker");
      if (exitCode === 0) return;
      if (this.hasEnded() || Date.now() > deadline) {
        this.kill();
        throw new Error(`${name} does not come up: ${await this.lastSaid()}`);
      }
    }
  }

  /** @returns whether it ended by itself */
  private async down(): Promise<boolean> {
    if (this.process === undefined || this.hasEnded()) return true;
    const ended = once(this.process, "close");
    // ssh is cut off in the middle of it.
    await this.run("systemctl poweroff");
    const late = setTimeout(() => this.process?.kill("SIGKILL"), DOWN_WITHIN);
    await ended;
    clearTimeout(late);
    return this.process.signalCode === null;
  }

  private async lastSaid(): Promise<string> {
    return lastOf(await readFile(this.console, "utf8"));
  }

  private hasEnded(): boolean {
    return this.process?.exitCode !== null || this.process.signalCode !== null;
  }
}

/** Those that are up: to be killed where the run is interrupted. */
const running = new Set<Machine>();

export function killMachines(): void {
  for (const machine of running) machine.kill();
}

/** The kernel keeps a machine's memory in a file: `$1` is the folder that becomes a tmpfs of `$2`, then its command. */
const begin = `set -e
folder=$1 size=$2; shift 2
mkdir -p "$folder/memory"
mount -t tmpfs -o "size=$size" tmpfs "$folder/memory"
cd "$folder/memory"
export TMPDIR="$folder/memory" HOME="$folder/memory"
exec "$@"`;

const lastOf = (printed: string): string => printed.trimEnd().split("\n").slice(-8).join("\n");
