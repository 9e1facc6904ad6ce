import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unpackedPackage } from "../../../offline/build/apt";
import { cache } from "../provider/resources/image/scene";

export const user = { username: "tester", password: "secret" } as const;

/** Bcrypt of the password above. */
const users = "tester:$2y$05$KZeBKsZUIDREocIwnrYPUe70imPjDdmlAn21zFehLy/Fxi/nA8wmi\n";

/** A real registry on loopback that asks for a password (Debian's package docker-registry). */
export class RegistryServer {
  private constructor(
    readonly host: string,
    private readonly directory: string,
    private readonly server: ChildProcess,
  ) {}

  static async start(): Promise<RegistryServer> {
    const directory = mkdtempSync(join(tmpdir(), "registry-"));
    writeFileSync(join(directory, "users"), users);
    writeFileSync(join(directory, "config.yml"), configuration(directory));
    // Unpacked, not installed: an installed one would be started as a service, on the voting app's port.
    const program = join(await unpackedPackage(cache, "docker-registry"), "usr/bin/docker-registry");
    const server = spawn(program, ["serve", join(directory, "config.yml")], { stdio: ["ignore", "ignore", "pipe"] });
    return new RegistryServer(`127.0.0.1:${await portOf(server)}`, directory, server);
  }

  stop(): void {
    this.server.kill();
    rmSync(this.directory, { recursive: true });
  }
}

function configuration(directory: string): string {
  return `
version: 0.1
log: { level: info, formatter: json }
storage: { filesystem: { rootdirectory: ${directory}/data } }
http: { addr: "127.0.0.1:0", secret: test }
auth: { htpasswd: { realm: test, path: ${directory}/users } }
`;
}

/** It says in its log where it listens. */
function portOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk) => {
      said += chunk;
      const [, port] = /listening on 127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      if (port) resolve(port);
    });
    server.once("error", reject).once("exit", () => reject(new Error(`the registry ended: ${said}`)));
  });
}
