import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment } from "../provider/harness/environment";
import { type Ended, Running } from "../provider/harness/running";

const CHECKOUT = join(__dirname, "../../..");
const CDKTF = join(CHECKOUT, "node_modules/cdktf-cli/bundle/bin/cdktf");

export type Context = Readonly<Record<string, unknown>>;

/**
 * A folder of its own from which cdktf drives this checkout's app, with a context of its own: its stages have other
 * names than those that somebody deployed, and state of their own.
 */
export class LabFolder {
  readonly folder = mkdtempSync(join(tmpdir(), "t-lab-"));

  /** @param program the app, a path from the checkout */
  constructor(context: Context, program = "main.ts") {
    const app = `node ${join(CHECKOUT, "compiled/main.js")} ${program}`;
    writeFileSync(
      join(this.folder, "cdktf.json"),
      JSON.stringify({ language: "typescript", app, sendCrashReports: "false", projectId: "t-lab", context }),
    );
  }

  /** Plain `cdktf COMMAND ARGS`, to its end. */
  cdktf(command: "deploy" | "diff" | "destroy" | "synth", ...args: readonly string[]): Promise<Ended> {
    return this.start(command, ...args).ended;
  }

  start(command: "deploy" | "diff" | "destroy" | "synth", ...args: readonly string[]): Running {
    const approve = command === "deploy" || command === "destroy" ? ["--auto-approve"] : [];
    return new Running(process.execPath, [CDKTF, command, ...args, ...approve], {
      cwd: this.folder,
      env: environment(),
    });
  }

  /** Terraform itself, in a stage's folder, as cdktf left it: what a deploy or destroy of the stage comes down to. */
  terraform(stage: string, ...args: readonly string[]): Promise<Ended> {
    const cwd = join(this.folder, "cdktf.out/stacks", stage);
    return new Running("terraform", [...args, "-no-color"], { cwd, env: environment() }).ended;
  }

  /** The values of a stage's outputs, as its state has them. */
  outputs(stage: string): Record<string, string> {
    const state = JSON.parse(readFileSync(this.stateFile(stage), "utf8")) as {
      outputs: Record<string, { value: string }>;
    };
    return Object.fromEntries(Object.entries(state.outputs).map(([name, { value }]) => [name, value]));
  }

  /** Notes of objects that no state has seen yet. */
  notes(stage: string): string[] {
    const journal = join(this.folder, "cdktf.out/stacks", stage, ".docker-stages-journal");
    return existsSync(journal) ? readdirSync(journal) : [];
  }

  /** Processes that work in the folder: Terraform outlives a cdktf that was killed, and the provider both. */
  processes(): number[] {
    return readdirSync("/proc").flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      try {
        return readlinkSync(`/proc/${name}/cwd`).startsWith(this.folder) ? [Number(name)] : [];
      } catch {
        return []; // ended meanwhile
      }
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private stateFile(stage: string): string {
    return join(this.folder, `terraform.${stage}.tfstate`);
  }
}
