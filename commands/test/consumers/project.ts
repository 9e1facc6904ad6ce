import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { run } from "../../../offline/command";
import { checkout } from "../../checkout";
import type { Consumer } from "./consumer";

export type ProjectFiles = Pick<Consumer, "name" | "manifest" | "packages" | "files" | "template" | "terraform">;

/** A consumer's folder, outside of the checkout, with its packages installed. */
export class Project {
  private constructor(
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  /** @param tarball of the package */
  static async make(consumer: ProjectFiles, folder: string, tarball: string, env: Project["env"]) {
    const { manifest, packages, files, template, terraform } = consumer;
    await mkdir(folder, { recursive: true });
    if (template) await cp(template, folder, { recursive: true });
    const all = { ...files, "package.json": JSON.stringify({ name: consumer.name, private: true, ...manifest }) };
    for (const [name, content] of Object.entries(all)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const program = terraform && { TERRAFORM_BINARY_NAME: await terraform() };
    const project = new Project(folder, { ...env, ...program });
    await project.run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", tarball, ...packages]);
    return project;
  }

  /** What it printed. cdktf's command line is this checkout's, as if it were installed for all; Node its own, if any. */
  run([program, ...args]: readonly [string, ...string[]]): Promise<string> {
    const bins = [this.folder, checkout].map((each) => join(each, "node_modules/.bin"));
    const PATH = [...bins, process.env["PATH"]].join(delimiter);
    const env = { ...this.env, PATH, CI: "true", CHECKPOINT_DISABLE: "1", NODE_OPTIONS: undefined };
    return run(program, args, { cwd: this.folder, env });
  }

  async edit(file: string, before: string, after: string): Promise<void> {
    const text = await readFile(join(this.folder, file), "utf8");
    if (!text.includes(before)) throw new Error(`${file} does not say ${before}`);
    await writeFile(join(this.folder, file), text.replace(before, after));
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), "utf8");
  }
}
