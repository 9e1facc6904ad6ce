import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackage } from "../../../commands/test/consumers/pack";
import { Project } from "../../../commands/test/consumers/project";
import { Engines } from "../../../engine";
import { ownSubnet } from "../own-subnet";
import { removeNetwork } from "../remove-network";

const examples = join(__dirname, "../../../examples");

/** One of examples/, outside of the checkout, with the packed package installed, and names and addresses of its own. */
export class Example {
  /** Before the names of all that it makes on this machine's engine. */
  readonly prefix = `t-example-${randomBytes(3).toString("hex")}-`;
  readonly engines = new Engines();
  readonly outer = this.engines.at();

  private project!: Project;

  private constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {}

  /** @param name of its folder @param env made of the prefix */
  static async install(name: string, env: (prefix: string) => NodeJS.ProcessEnv = () => ({})): Promise<Example> {
    const example = new Example(await mkdtemp(join(tmpdir(), "t-example-")), name);
    await example.install(env(example.prefix));
    return example;
  }

  private async install(env: NodeJS.ProcessEnv): Promise<void> {
    const tarball = process.env["T_TARBALL"] ?? (await packPackage(this.folder));
    const template = join(examples, this.name);
    const manifest = JSON.parse(await readFile(join(template, "package.json"), "utf8"));
    const at = join(this.folder, this.name);
    const files = { name: this.name, manifest, packages: [], files: {}, template };
    this.project = await Project.make(files, at, tarball, env);
    const registryVolume = (await this.outer.volumes.tryInspect("docker-stages-registry"))?.Name;
    const context = { prefix: this.prefix, subnet: `10.219.${ownSubnet()}.0/24`, registryVolume };
    await this.rewrite("cdktf.json", (text) => JSON.stringify({ ...JSON.parse(text), context }));
  }

  /** What the command printed. @throws Error with all that it said where it failed */
  run = (...command: [string, ...string[]]): Promise<string> => this.project.run(command);

  edit = (file: string, before: string, after: string): Promise<void> => this.project.edit(file, before, after);

  read = (file: string): Promise<string> => this.project.read(file);

  /** Has the file be what is made of it. */
  async rewrite(file: string, change: (text: string) => string): Promise<void> {
    await writeFile(join(this.folder, this.name, file), change(await this.read(file)));
  }

  deploy = (stack: string): Promise<string> => this.run("cdktf", "deploy", stack, "--auto-approve");
  diff = (stack: string): Promise<string> => this.run("cdktf", "diff", stack);
  destroy = (stack: string): Promise<string> => this.run("cdktf", "destroy", stack, "--auto-approve");

  /** Names of what is there under the prefix. */
  async objects(): Promise<string[]> {
    const filters = { name: [this.prefix] };
    const [containers, volumes, networks] = await Promise.all([
      this.outer.containers.list({ all: true, filters }),
      this.outer.volumes.list({ filters }),
      this.outer.networks.list({ filters }),
    ]);
    const names = [...containers.flatMap(({ Names }) => Names), ...volumes.map(({ Name }) => Name)];
    return [...names, ...networks.map(({ Name }) => Name)].sort();
  }

  /** Removes what is left, whatever Terraform knows of it. */
  async close(): Promise<void> {
    const filters = { name: [this.prefix] };
    for (const { Id } of await this.outer.containers.list({ all: true, filters }))
      await this.outer.containers.tryRemove(Id, { force: true, volumes: true });
    for (const { Name } of await this.outer.volumes.list({ filters })) await this.outer.volumes.tryRemove(Name);
    for (const { Id } of await this.outer.networks.list({ filters })) await removeNetwork(this.outer, Id);
    this.engines.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
