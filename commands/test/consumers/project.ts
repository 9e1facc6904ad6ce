import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { run } from "../../../offline/command";
import { checkout } from "../../checkout";
import type { Consumer } from "./consumer";

export type ProjectFiles = Pick<Consumer, "name" | "manifest" | "packages" | "files" | "template" | "terraform">;

/** Lines of what a program printed that its failure is told with. */
const LINES = 30;

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
  async run([program, ...args]: readonly [string, ...string[]]): Promise<string> {
    const bins = [this.folder, checkout].map((each) => join(each, "node_modules/.bin"));
    const PATH = [...bins, process.env["PATH"]].join(delimiter);
    const env = { ...this.env, PATH, CI: "true", CHECKPOINT_DISABLE: "1", NODE_OPTIONS: undefined };
    const output = new PassThrough();
    const printed = text(output);
    try {
      await run(program, args, { cwd: this.folder, env, output });
    } catch (error) {
      // Compilers complain on standard output.
      output.end();
      throw new Error(`${(error as Error).message}\n${(await printed).trimEnd().split("\n").slice(-LINES).join("\n")}`);
    }
    output.end();
    return printed;
  }

  async edit(file: string, before: string, after: string): Promise<void> {
    const written = await readFile(join(this.folder, file), "utf8");
    if (!written.includes(before)) throw new Error(`${file} does not say ${before}`);
    await writeFile(join(this.folder, file), written.replace(before, after));
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), "utf8");
  }
}
