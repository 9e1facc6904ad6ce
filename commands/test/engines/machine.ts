import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Engine, isEngineError } from "../../../engine";
import { run } from "../../../offline/command";
import { connect, disconnect, type MachineNetwork, processesIn } from "./network";
import { disown, own } from "./owner";

export interface MachineOptions extends MachineNetwork {
  /** Folders of the engine's programs; of two of one name, the first. */
  readonly bin: readonly string[];
  /** daemon.json, where there is none yet: what was set since, a mirror for instance, stays. */
  readonly settings: object;
  /** Kept between runs: the engine's data, its settings and a home folder. */
  readonly folder: string;
}

/** Milliseconds that an engine is given to answer, and to end. */
const ANSWERS_WITHIN = 60_000;
const ENDS_WITHIN = 30_000;

/**
 * A machine within this one: namespaces of mounts and network in which an engine of its own listens where engines
 * listen. What runs in it has its own loopback and /var/run/docker.sock, and the files of this machine.
 */
export class EngineMachine {
  private constructor(
    private readonly options: MachineOptions,
    private readonly dockerd: ChildProcess,
  ) {}

  static async start(options: MachineOptions): Promise<EngineMachine> {
    const { name, bin, settings, folder, index } = options;
    for (const each of ["data", "etc", "home"]) await mkdir(join(folder, each), { recursive: true });
    await own(folder);
    const file = join(folder, "etc/daemon.json");
    if ((await readFile(file, "utf8").catch(() => "")) === "") await writeFile(file, JSON.stringify(settings));
    await clear({ name, index });
    await connect({ name, index });
    const log = openSync(join(folder, "dockerd.log"), "w");
    const child = spawn("nsenter", [`--net=/var/run/netns/${name}`, "unshare", "-m", "sh", "-c", begin, "sh", folder], {
      env: { ...process.env, PATH: pathWith(bin) },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    const machine = new EngineMachine(options, child);
    try {
      await machine.untilAnswering();
      return machine;
    } catch (error) {
      await machine.stop();
      throw error;
    }
  }

  /** What the engine says of itself: `28.5.2`, `1.51`. */
  async versions(): Promise<{ readonly version: string; readonly api: string }> {
    const engine = this.engine();
    try {
      const { Version, ApiVersion } = await engine.system.version();
      return { version: String(Version).split("+")[0]!, api: String(ApiVersion) };
    } finally {
      engine.close();
    }
  }

  /** The engine, from outside of the machine. To be closed. */
  engine(): Engine {
    return Engine.at(`unix://${this.root}/run/docker.sock`);
  }

  /** Its file system, from outside. */
  private get root(): string {
    return `/proc/${this.dockerd.pid}/root`;
  }

  /** A command in the machine, as spawn takes it. */
  inside(command: readonly string[]): { program: string; args: string[]; env: NodeJS.ProcessEnv } {
    const { bin, folder } = this.options;
    const entered = ["-t", String(this.dockerd.pid), "-m", "-n", `--wdns=${process.cwd()}`];
    return {
      program: "nsenter",
      args: [...entered, ...command],
      env: {
        ...process.env,
        PATH: pathWith(bin),
        HOME: join(folder, "home"),
        DOCKER_HOST: undefined,
      },
    };
  }

  /** docker's command line in the machine. What it printed. */
  docker(...command: string[]): Promise<string> {
    const { program, args, env } = this.inside(["docker", ...command]);
    return run(program, args, { env });
  }

  /** The same, reading what a program prints here. */
  async dockerReading(command: readonly string[], program: string, args: readonly string[]): Promise<void> {
    const inside = this.inside(["docker", ...command]);
    const reader = spawn(inside.program, inside.args, { env: inside.env, stdio: ["pipe", "ignore", "inherit"] });
    // One that ends before it has read all is told by its exit code.
    reader.stdin.on("error", () => {});
    const ended = once(reader, "close");
    await run(program, args, { output: reader.stdin });
    reader.stdin.end();
    const [code] = await ended;
    if (code !== 0) throw new Error(`docker ${command.join(" ")} ended with exit code ${code} in ${this.options.name}`);
  }

  async stop(): Promise<void> {
    await clear(this.options);
    await disown(this.options.folder);
  }

  private async untilAnswering(): Promise<void> {
    const engine = this.engine();
    try {
      for (const deadline = Date.now() + ANSWERS_WITHIN; ; await pause(200)) {
        // Until its own is mounted, /run is that of the machine around it, and so is the engine that listens there.
        if (existsSync(`${this.root}${MARK}`) && (await answers(engine))) return;
        if (this.dockerd.exitCode !== null || Date.now() > deadline)
          throw new Error(
            `the engine of ${this.options.name} does not answer: see ${join(this.options.folder, "dockerd.log")}`,
          );
      }
    } finally {
      engine.close();
    }
  }
}

/** The engine ends its containers, and has to be let; a third request would end it without. */
const endings: readonly { readonly signal: NodeJS.Signals; readonly of: RegExp }[] = [
  { signal: "SIGTERM", of: /^dockerd$/ },
  { signal: "SIGTERM", of: /^/ },
  { signal: "SIGKILL", of: /^/ },
];

/** Ends what runs in a machine's network, and takes that away: what a run left that was killed, too. */
async function clear(network: MachineNetwork): Promise<void> {
  for (const { signal, of } of endings) {
    const those = async () => (await processesIn(network)).filter((pid) => of.test(programOf(pid)));
    for (const pid of await those()) signalled(pid, signal);
    for (const deadline = Date.now() + ENDS_WITHIN; (await those()).length > 0 && Date.now() < deadline; )
      await pause(200);
  }
  await disconnect(network);
}

/** Its short name; of one that has ended meanwhile, none. */
function programOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "";
  }
}

function signalled(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

const pathWith = (folders: readonly string[]) => [...folders, process.env["PATH"]].join(delimiter);

async function answers(engine: Engine): Promise<boolean> {
  try {
    await engine.system.version();
    return true;
  } catch (error) {
    if (!isEngineError(error)) throw error;
    return false;
  }
}

/** There once the machine has a /run of its own. */
const MARK = "/run/docker-stages-machine";

/** What is mounted before the engine begins: `$1` is the machine's folder. */
const begin = `set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /run
touch ${MARK}
mkdir -p /run/lock /var/lib/docker /etc/docker
mount --bind "$1/data" /var/lib/docker
mount --bind "$1/etc" /etc/docker
exec dockerd`;
