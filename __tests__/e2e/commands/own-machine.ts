import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EngineMachine } from "../../../commands/test/engines/machine";
import type { MachineNetwork } from "../../../commands/test/engines/network";
import { Engine } from "../../../engine";
import type { Ended } from "./own-checkout";

export interface OwnMachineOptions {
  /** That of `freeNetwork`. */
  readonly network: OwnNetwork;
  /** Options of its dockerd. */
  readonly dockerd?: readonly string[];
  /** Its hosts file, beside itself. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Certificate of an authority that the machine trusts. */
  readonly authority?: string;
  /** Whether its engine gives containers users of their own (userns-remap). @default false */
  readonly isRemapped?: boolean;
}

export interface OwnNetwork extends MachineNetwork {
  /** Addresses of the machine, and of this one as it sees it. */
  readonly inside: string;
  readonly outside: string;
}

/** One that no machine has now: those of `./lab test engines` are below it. */
export function freeNetwork(): OwnNetwork {
  for (;;) {
    const index = randomInt(100, 256);
    const name = `dst${index}`;
    if (!existsSync(`/var/run/netns/${name}`))
      return { name, index, inside: `10.99.${index}.2`, outside: `10.99.${index}.1` };
  }
}

/** This machine's engine once more, in a machine of the test's own, with a hosts file and authorities of its own. */
export class OwnMachine {
  readonly engine: Engine;

  private constructor(
    private readonly folder: string,
    private readonly machine: EngineMachine,
    private readonly options: OwnMachineOptions,
  ) {
    this.engine = Engine.at(`unix://${this.file("engine.sock")}`);
  }

  static async start(options: OwnMachineOptions): Promise<OwnMachine> {
    const folder = mkdtempSync(join(tmpdir(), "machine-"));
    const at = (name: string) => join(folder, name);
    const { hosts = {}, authority = "", dockerd = [], network, isRemapped = false } = options;
    const lines = Object.entries({ localhost: "127.0.0.1", ...hosts }).map(([host, address]) => `${address} ${host}\n`);
    writeFileSync(at("hosts"), lines.join(""));
    writeFileSync(at("authority.pem"), authority);
    writeFileSync(at("authorities.pem"), `${readFileSync(system, "utf8")}${authority}`);
    writeFileSync(at("subordinates"), "nobody:200000:65536\n");
    mkdirSync(at("bin"));
    // Before the engine begins: it reads each once.
    const mounted = {
      ...{ hosts: ["/etc/hosts"], "authorities.pem": [system] },
      ...(isRemapped ? { subordinates: ["/etc/subuid", "/etc/subgid"] } : {}),
    };
    const mounts = Object.entries(mounted).flatMap(([name, paths]) =>
      paths.map((path) => `mount --bind ${at(name)} ${path}`),
    );
    const args = [...sockets, ...dockerd, ...(isRemapped ? ["--userns-remap=nobody:nogroup"] : [])];
    const begin = `#!/bin/sh -e\n${mounts.join("\n")}\nexec /usr/sbin/dockerd ${args.join(" ")} "$@"\n`;
    writeFileSync(at("bin/dockerd"), begin, { mode: 0o755 });
    const own = { ...network, bin: [at("bin")], folder: at("machine"), settings: {} };
    return new OwnMachine(folder, await EngineMachine.start(own), options);
  }

  /** Its daemon.json, and whatever is beside it. */
  file(name: string): string {
    return join(this.folder, "machine/etc", name);
  }

  /** Runs a program there to its end, for instance a checkout's ./lab. */
  run(...command: string[]): Promise<Ended> {
    const { program, args, env } = this.machine.inside(command);
    const trust =
      this.options.authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: join(this.folder, "authority.pem") };
    const child = spawn(program, args, { env: { ...env, ...trust }, stdio: ["ignore", "pipe", "pipe"] });
    const printed = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name].setEncoding("utf8").on("data", (text: string) => {
        printed[name] += text;
      });
    return new Promise((resolve, reject) =>
      child.on("error", reject).on("close", (code) => resolve({ code: code ?? -1, ...printed })),
    );
  }

  /** Ends its engine; what that had is gone with it. */
  async remove(): Promise<void> {
    this.engine.close();
    await this.machine.stop();
    rmSync(this.folder, { recursive: true });
  }
}

/** The usual one, and one that is seen from outside. */
const sockets = ["--host=unix:///run/docker.sock", "--host=unix:///etc/docker/engine.sock"];

/** The authorities that this machine trusts. */
const system = "/etc/ssl/certs/ca-certificates.crt";
