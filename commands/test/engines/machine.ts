import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "../../../offline/command";
import { Engine, isEngineError } from "../../../provider/engine";

export interface MachineOptions {
  /** Of the network namespace, at most 11 characters: the names of links are short. */
  readonly name: string;
  /** Folders of the engine's programs; of two of one name, the first. */
  readonly bin: readonly string[];
  /** daemon.json, where there is none yet: what was set since, a mirror for instance, stays. */
  readonly settings: object;
  /** Kept between runs: the engine's data, its settings and a home folder. */
  readonly folder: string;
  /** Of the machine among others, from 0: it says which addresses it has. */
  readonly index: number;
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
    private readonly rules: readonly (readonly string[])[],
  ) {}

  static async start(options: MachineOptions): Promise<EngineMachine> {
    const { name, bin, settings, folder, index } = options;
    for (const each of ["data", "etc", "home"]) await mkdir(join(folder, each), { recursive: true });
    const file = join(folder, "etc/daemon.json");
    if ((await readFile(file, "utf8").catch(() => "")) === "") await writeFile(file, JSON.stringify(settings));
    const rules = await connect(name, index);
    const log = openSync(join(folder, "dockerd.log"), "w");
    const child = spawn("nsenter", [`--net=/var/run/netns/${name}`, "unshare", "-m", "sh", "-c", begin, "sh", folder], {
      env: { ...process.env, PATH: pathWith(bin) },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    const machine = new EngineMachine(options, child, rules);
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
  private engine(): Engine {
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

  async stop(): Promise<void> {
    const { dockerd, options, rules } = this;
    if (dockerd.exitCode === null && dockerd.signalCode === null) {
      const ended = once(dockerd, "exit");
      dockerd.kill("SIGTERM");
      const late = setTimeout(() => dockerd.kill("SIGKILL"), ENDS_WITHIN);
      await ended;
      clearTimeout(late);
    }
    for (const rule of rules) await run("iptables", ["-D", ...rule]).catch(() => {});
    await run("ip", ["netns", "del", options.name]).catch(() => {});
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

/** A network namespace that reaches what this machine reaches. The rules that this machine's firewall was given. */
async function connect(name: string, index: number): Promise<(readonly string[])[]> {
  const [outer, inner] = [`10.99.${index}.1`, `10.99.${index}.2`];
  const link = `v${name}`;
  await run("ip", ["netns", "add", name]);
  await run("ip", ["link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", name]);
  await run("ip", ["addr", "add", `${outer}/30`, "dev", link]);
  await run("ip", ["link", "set", link, "up"]);
  await run("ip", ["-n", name, "addr", "add", `${inner}/30`, "dev", "eth0"]);
  for (const device of ["lo", "eth0"]) await run("ip", ["-n", name, "link", "set", device, "up"]);
  await run("ip", ["-n", name, "route", "add", "default", "via", outer]);
  await run("sysctl", ["-qw", "net.ipv4.ip_forward=1"]);
  const rules = [
    ["POSTROUTING", "-t", "nat", "-s", `${inner}/32`, "!", "-d", `${outer}/30`, "-j", "MASQUERADE"],
    ["FORWARD", "-i", link, "-j", "ACCEPT"],
    ["FORWARD", "-o", link, "-j", "ACCEPT"],
  ];
  for (const rule of rules) await run("iptables", ["-I", ...rule]);
  return rules;
}
