import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Engine } from "../../engine";
import { installPackages, missingPackages } from "../../offline/build/apt";
import { run } from "../../offline/command";
import { defaultFiles } from "../../offline/daemon-configuration";
import { LabProblem } from "../problem";
import { say } from "../terminal";
import { machine } from "../words/machine";
import { foreseeMirror } from "./docker-hub";
import { canInstall } from "./machine";
import { type PidFiles, removeStalePidFiles } from "./stale-pid-files";

/** How dockerd is started by hand. */
export interface Dockerd {
  readonly command: readonly [program: string, ...args: string[]];
  /** File that takes what it prints. */
  readonly log: string;
  readonly pidFiles: PidFiles;
}

const usual: Dockerd = {
  command: ["dockerd"],
  log: "/var/log/docker-stages-dockerd.log",
  pidFiles: { dockerd: defaultFiles.pid, containerd: "/var/run/docker/containerd/containerd.pid" },
};

/** Programs that the engine needs, and the packages that have them. */
const packages: Readonly<Record<string, string>> = { dockerd: "docker.io", iptables: "iptables" };

/** Longest time that an engine takes to answer on a slow machine, in milliseconds. */
const patience = 60_000;

/**
 * Installs the engine of a Debian or Ubuntu where it is missing, and starts it where it is stopped.
 *
 * @throws LabProblem `engine-missing`, `engine-to-install`, `engine-to-start`, `engine-did-not-start`
 */
export async function startEngine(engine: Engine, options: { readonly install: boolean }): Promise<void> {
  if (!(await canInstall())) throw LabProblem.of("engine-missing", { url: engine.url });
  const missing = await missingPackages(packages);
  if (!options.install) {
    throw missing.length > 0
      ? LabProblem.of("engine-to-install", { packages: missing })
      : LabProblem.of("engine-to-start", { url: engine.url });
  }
  // Before it is installed: some installations start it at once.
  await foreseeMirror();
  if (missing.length > 0) {
    say(machine.installingEngine(engine.url, missing.join(", ")));
    await installPackages(missing);
  }
  await (existsSync("/run/systemd/system") ? startUnit(engine) : startByHand(engine));
}

async function startUnit(engine: Engine): Promise<void> {
  say(machine.startingUnit());
  await run("systemctl", ["start", "docker"]).catch(() => {});
  if (await untilAnswering(engine, () => true)) return;
  const log = await run("journalctl", ["--unit=docker", "--lines=15", "--output=cat"]).catch(() => "");
  throw LabProblem.of("engine-did-not-start", { how: "systemctl start docker", log });
}

/** Starts dockerd, which outlives ./lab. @throws LabProblem `engine-did-not-start` with the last that it printed */
export async function startByHand(
  engine: Engine,
  { command: [program, ...args], log, pidFiles }: Dockerd = usual,
): Promise<void> {
  say(machine.startingDockerd(log));
  removeStalePidFiles(pidFiles);
  const output = openSync(log, "a", 0o640);
  const dockerd = spawn(program, args, { detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  dockerd.on("error", () => {});
  dockerd.unref();
  if (await untilAnswering(engine, () => isAlive(dockerd))) return;
  const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-15).join("\n");
  throw LabProblem.of("engine-did-not-start", { how: "dockerd", log: lines });
}

const isAlive = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid !== undefined && exitCode === null && signalCode === null;

/** Whether the engine answers before `goesOn` gives up on it. */
async function untilAnswering(engine: Engine, goesOn: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + patience; goesOn() && Date.now() < deadline; await pause(100)) {
    if (await answers(engine)) return true;
  }
  return answers(engine);
}

async function answers(engine: Engine): Promise<boolean> {
  try {
    await engine.system.ping();
    return true;
  } catch {
    return false;
  }
}
