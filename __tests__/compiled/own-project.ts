import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const origin = resolve(__dirname, "../..");

/** A project that runs its programs as this checkout does, in a folder of its own. */
export class OwnProject {
  readonly folder = mkdtempSync(join(tmpdir(), "docker-stages-compiled-"));

  constructor(files: Readonly<Record<string, string>>) {
    for (const name of ["compiled", "languages"])
      cpSync(join(origin, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(origin, "node_modules"), join(this.folder, "node_modules"));
    this.write({ "package-lock.json": "{}", ...files });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), content);
    }
  }

  /** What is kept of `app/main.ts`. */
  get kept(): string {
    return join(this.folder, "dist/compiled/app-main");
  }

  /** Runs `app/main.ts`. */
  run(...args: readonly string[]): string {
    return execFileSync(process.execPath, this.command(args), { encoding: "utf8" }).trimEnd();
  }

  /** Runs it to an end of whatever kind. */
  try(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, this.command(args), { encoding: "utf8" });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private command(args: readonly string[]): string[] {
    return [join(this.folder, "compiled/main.js"), "app/main.ts", ...args];
  }
}
