import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port";

/** A real OpenSSH server on loopback, with keys and a configuration of its own: nothing of this machine's is touched. */
export class Sshd {
  private constructor(
    readonly directory: string,
    readonly port: number,
    private readonly server: ChildProcess,
  ) {}

  static async start(): Promise<Sshd> {
    const directory = mkdtempSync(join(tmpdir(), "sshd-"));
    const port = await freePort();
    for (const key of ["host-key", "user-key", "other-key"])
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(directory, key)]);
    copyFileSync(join(directory, "user-key.pub"), join(directory, "authorized-keys"));
    // The session's own PATH, so that the test decides what `docker` is there.
    mkdirSync(join(directory, "bin"));
    writeFileSync(join(directory, "sshd-config"), configuration(directory, port));
    mkdirSync("/run/sshd", { recursive: true });
    const program = execFileSync("sh", ["-c", "PATH=$PATH:/usr/sbin command -v sshd"]).toString().trim();
    const server = spawn(program, ["-D", "-e", "-f", join(directory, "sshd-config")], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    await listening(server);
    const hostKey = readFileSync(join(directory, "host-key.pub"), "utf8");
    writeFileSync(join(directory, "known-hosts"), `[127.0.0.1]:${port} ${hostKey}`);
    writeFileSync(join(directory, "strangers"), "");
    return new Sshd(directory, port, server);
  }

  get url(): string {
    return `ssh://${userInfo().username}@127.0.0.1:${this.port}`;
  }

  /** What ssh needs to be let in, and to know whom it speaks with. */
  options(given: { key?: "user-key" | "other-key"; known?: "known-hosts" | "strangers" } = {}): string[] {
    const { key = "user-key", known = "known-hosts" } = given;
    const settings = [
      `UserKnownHostsFile=${join(this.directory, known)}`,
      "StrictHostKeyChecking=yes",
      "IdentitiesOnly=yes",
      "IdentityAgent=none",
    ];
    return ["-F", "none", "-i", join(this.directory, key), ...settings.flatMap((setting) => ["-o", setting])];
  }

  /** What `docker` is on the far side: a shell script. */
  dockerIs(script: string | undefined): void {
    const path = join(this.directory, "bin", "docker");
    rmSync(path, { force: true });
    if (script === undefined) return;
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  stop(): void {
    this.server.kill();
    rmSync(this.directory, { recursive: true });
  }
}

function configuration(directory: string, port: number): string {
  return `
ListenAddress 127.0.0.1:${port}
HostKey ${directory}/host-key
AuthorizedKeysFile ${directory}/authorized-keys
PidFile none
UsePAM no
StrictModes no
PermitRootLogin prohibit-password
PasswordAuthentication no
MaxStartups 100
MaxSessions 100
SetEnv PATH=${directory}/bin
`;
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Server listening")) resolve();
    });
    server.once("error", reject).once("exit", () => reject(new Error(`sshd ended: ${said}`)));
  });
}
