import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../offline/command";

type Environment = Readonly<Record<string, string | undefined>>;

interface HclProjectOptions {
  /** Outside of the checkout; made. */
  readonly folder: string;
  /** The package. */
  readonly tarball: string;
  /** Terraform, or what stands in for it. */
  readonly program: string;
  /** What the names of its objects begin with. */
  readonly prefix: string;
  readonly env: Environment;
  /** The whole configuration. @default - a container that prints */
  readonly configuration?: string;
}

/** What the container prints. */
export const words = "good morning";

const greeting = (prefix: string): string => `
resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_container" "greeting" {
  name               = "${prefix}-greeting"
  image              = docker_image.alpine.name
  command            = ["echo", "${words}"]
  must_run           = false
  attach             = true
  logs               = true
  expected_exit_code = 0
}

output "printed" {
  value = docker_container.greeting.container_logs
}
`;

/** A folder with a configuration in Terraform's language, whose provider comes from the package's mirror. */
export class HclProject {
  private constructor(
    private readonly options: HclProjectOptions,
    private readonly cache: string,
  ) {}

  /** With nothing in it. */
  static async make(options: HclProjectOptions): Promise<HclProject> {
    const cache = join(options.folder, "npm");
    await mkdir(cache, { recursive: true });
    // What npx installs goes with the project; what npm has fetched is the user's.
    const fetched = join((await run("npm", ["config", "get", "cache"])).trim(), "_cacache");
    await mkdir(fetched, { recursive: true });
    await symlink(fetched, join(cache, "_cacache"));
    return new HclProject(options, cache);
  }

  /** Root of the mirror. */
  get mirror(): string {
    return join(this.options.folder, "mirror");
  }

  /** Lays the mirror as the documentation says. What was printed. */
  layMirror(): Promise<string> {
    const { folder, tarball, env } = this.options;
    const args = ["--package", tarball, "docker-stages", "provider", "mirror", "mirror"];
    // npx asks whether it may install, where there is somebody to ask.
    const npx = { npm_config_cache: this.cache, npm_config_yes: "true", NODE_OPTIONS: undefined };
    return run("npx", args, { cwd: folder, env: { ...env, ...npx } });
  }

  /** Writes the configuration, with the lines that were printed as they stand. */
  async configure(printed: string): Promise<void> {
    const { folder, prefix, configuration = blockIn(printed, "terraform") + greeting(prefix) } = this.options;
    await writeFile(join(folder, "terraformrc"), blockIn(printed, "provider_installation"));
    await writeFile(join(folder, "main.tf"), configuration);
  }

  /** What Terraform printed. */
  terraform(...args: readonly string[]): Promise<string> {
    const { folder, program, env } = this.options;
    const settings = { TF_CLI_CONFIG_FILE: join(folder, "terraformrc"), TF_CLI_ARGS: "-no-color" };
    const automatic = { TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
    return run(program, args, { cwd: folder, env: { ...env, ...settings, ...automatic } });
  }

  apply = (): Promise<string> => this.terraform("apply", "-auto-approve", "-input=false");
  destroy = (): Promise<string> => this.terraform("destroy", "-auto-approve", "-input=false");
  /** @throws CommandError where there is a change */
  planNothing = (): Promise<string> => this.terraform("plan", "-detailed-exitcode", "-input=false");
  printed = async (): Promise<string> => JSON.parse(await this.terraform("output", "-json", "printed"));
}

/** A top-level block of a text that has others too. */
function blockIn(text: string, name: string): string {
  const start = text.indexOf(`\n${name} {\n`);
  const end = text.indexOf("\n}\n", start);
  if (start < 0 || end < 0) throw new Error(`no block ${name} in what was printed: ${text}`);
  return text.slice(start, end + 3);
}
