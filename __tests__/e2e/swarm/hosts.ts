import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { type Tree, writeTree } from "../../../offline/build/archive";
import { programTree } from "../../../offline/build/program";
import type { Farm, FarmNode } from "../provider/resources/swarm/farm";

const configuration = `
HostKey /etc/ssh/lab-host-key
AuthorizedKeysFile /etc/ssh/lab-authorized-keys
PidFile none
UsePAM no
StrictModes no
PermitRootLogin prohibit-password
PasswordAuthentication no
MaxStartups 100
MaxSessions 100
SetEnv PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
`;

/** Programs that sshd is made of: newer ones come in several. */
const programs = ["/usr/sbin/sshd", "/usr/lib/openssh/sshd-session", "/usr/lib/openssh/sshd-auth"];

/** Machines that are reached by ssh: engines of the farm, each with this machine's sshd beside it. */
export class Hosts {
  private readonly folder = mkdtempSync(join(tmpdir(), "t-swarm-ssh-"));

  constructor(private readonly farm: Farm) {
    for (const key of ["host-key", "user-key"])
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(this.folder, key)]);
    copyFileSync(join(this.folder, "user-key.pub"), join(this.folder, "authorized-keys"));
    writeFileSync(join(this.folder, "known-hosts"), "");
  }

  /** The machine's address, once it takes connections. */
  async admit({ name, address }: FarmNode): Promise<string> {
    const found = programs.filter((program) => existsSync(program));
    const trees = await Promise.all(found.map((program) => programTree(program, program)));
    const tree: Tree = {
      ...Object.assign({}, ...trees),
      "/etc/ssh/lab-config": { text: configuration },
      "/etc/ssh/lab-host-key": { text: this.read("host-key"), mode: 0o600 },
      "/etc/ssh/lab-authorized-keys": { text: this.read("authorized-keys") },
    };
    const archive = new PassThrough();
    await Promise.all([
      writeTree(tree, archive).then(() => archive.end()),
      this.farm.outer.containers.putArchive(name, "/", archive),
    ]);
    const start =
      "grep -q ^sshd: /etc/passwd || echo sshd:x:74:74::/run/sshd:/bin/false >>/etc/passwd; mkdir -p /run/sshd && chmod 755 /run/sshd && /usr/sbin/sshd -f /etc/ssh/lab-config";
    const { exitCode, output } = await this.farm.outer.exec.run(name, { cmd: ["sh", "-c", start] });
    if (exitCode !== 0) throw new Error(`sshd did not start in ${name}: ${output}`);
    writeFileSync(join(this.folder, "known-hosts"), `${address} ${this.read("host-key.pub")}`, { flag: "a" });
    return `ssh://root@${address}`;
  }

  /** What ssh needs to be let in, and to know whom it speaks with. */
  get options(): string[] {
    const settings = ["StrictHostKeyChecking=yes", "IdentitiesOnly=yes", "IdentityAgent=none"];
    const known = `UserKnownHostsFile=${join(this.folder, "known-hosts")}`;
    return ["-F", "none", "-i", join(this.folder, "user-key"), ...[known, ...settings].flatMap((each) => ["-o", each])];
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }
}
