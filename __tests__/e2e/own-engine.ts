import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Dockerd, startByHand } from "../../commands/setup/start-engine";
import { Engine } from "../../engine";

/** An engine of the test's own, without a network, that nobody else knows: it can be stopped, and killed. */
export class OwnEngine {
  readonly engine: Engine;
  readonly files: { readonly settings: string; readonly pid: string };
  readonly dockerd: Dockerd;

  private constructor(
    readonly folder: string,
    more: readonly string[],
  ) {
    const at = (name: string) => join(folder, name);
    this.engine = Engine.at(this.url);
    this.files = { settings: at("daemon.json"), pid: at("docker.pid") };
    this.dockerd = {
      log: at("dockerd.log"),
      pidFiles: { dockerd: this.files.pid, containerd: at("run/containerd/containerd.pid") },
      // In a network of its own: with `--bridge=none` an engine removes docker0, which is the machine's own engine's.
      command: [
        "unshare",
        "--net",
        "dockerd",
        `--host=${this.url}`,
        `--config-file=${at("daemon.json")}`,
        `--pidfile=${at("docker.pid")}`,
        `--data-root=${at("data")}`,
        `--exec-root=${at("run")}`,
        "--bridge=none",
        "--iptables=false",
        "--ip-forward=false",
        ...more,
      ],
    };
  }

  /**
   * @param settings its daemon.json
   * @param more of its command line
   */
  static async prepare(settings = "{}", ...more: string[]): Promise<OwnEngine> {
    const mine = new OwnEngine(await mkdtemp("/tmp/engine-"), more);
    await writeFile(mine.files.settings, settings);
    return mine;
  }

  get url(): string {
    return `unix://${join(this.folder, "docker.sock")}`;
  }

  start(): Promise<void> {
    return startByHand(this.engine, this.dockerd);
  }

  async signal(signal: NodeJS.Signals): Promise<void> {
    process.kill(await this.pid(), signal);
  }

  /** Ends it: by `SIGTERM` in order, by `SIGKILL` in the middle of whatever it does. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    // With it ends its containerd: the next dockerd would take one that is about to end for its own.
    const pids = [await this.pid(), Number(await readFile(this.dockerd.pidFiles.containerd, "utf8"))];
    process.kill(pids[0]!, signal);
    while (pids.some((pid) => existsSync(`/proc/${pid}`))) await pause(50);
  }

  /** Starts it where a test has left it ended, and lets it go on where it stands still. */
  async ensureStarted(): Promise<void> {
    if (await this.isAlive()) await this.signal("SIGCONT");
    else await this.start();
  }

  /** Ends it, with all that it has. One that was killed is started before: it ends what it has left running. */
  async remove(): Promise<void> {
    if (existsSync(this.files.pid)) {
      await this.ensureStarted();
      await this.stop();
    }
    this.engine.close();
    for (const path of await this.mounts()) execFileSync("umount", ["--lazy", path]);
    await rm(this.folder, { recursive: true });
  }

  /** What one that was killed has left mounted, the innermost first. */
  private async mounts(): Promise<string[]> {
    const lines = (await readFile("/proc/self/mountinfo", "utf8")).split("\n");
    const paths = lines.map((line) => line.split(" ")[4] ?? "");
    return paths.filter((path) => path.startsWith(`${this.folder}/`)).reverse();
  }

  private async isAlive(): Promise<boolean> {
    return existsSync(this.files.pid) && existsSync(`/proc/${await this.pid()}`);
  }

  private async pid(): Promise<number> {
    return Number(await readFile(this.files.pid, "utf8"));
  }
}
