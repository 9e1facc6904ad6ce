import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ComposeDocument, stackName, variables } from "../../constructs/compose/corpus/documents";
import type { ServiceScene } from "../provider/resources/service/scene";

/** This machine's Docker client, before the engine of a node that is a container. */
export class DockerClient {
  private constructor(
    private readonly folder: string,
    private readonly server: Server,
  ) {}

  static async before({ nodes }: ServiceScene): Promise<DockerClient> {
    const folder = mkdtempSync(join(tmpdir(), "t-sameness-"));
    const server = createServer((socket) => {
      const args = ["exec", "-i", nodes[0]!.name, "docker", "system", "dial-stdio"];
      const { stdin, stdout } = spawn("docker", args, { stdio: ["pipe", "pipe", "ignore"] });
      // Whoever ends first ends the other.
      socket.on("error", () => stdin.destroy()).pipe(stdin.on("error", () => socket.destroy()));
      stdout.pipe(socket);
    });
    await new Promise<void>((resolve) => server.listen(join(folder, "engine.sock"), resolve));
    return new DockerClient(folder, server);
  }

  /** `docker stack deploy`. What it complains of, where it does. */
  async deploy(document: ComposeDocument): Promise<string | undefined> {
    const args = ["stack", "deploy", "--resolve-image=never", "--detach=true", "-c", document.path];
    const { PATH } = process.env;
    const env = {
      PATH,
      HOME: "/home/somebody",
      ...variables,
      DOCKER_HOST: `unix://${join(this.folder, "engine.sock")}`,
    };
    const child = spawn("docker", [...args, stackName(document)], { env, stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint += text;
    });
    const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    return code === 0 ? undefined : complaint;
  }

  close(): void {
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
