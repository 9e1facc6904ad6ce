import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

test("by a link from another project, ./lab is that of its own folder, and the project is left alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "docker-stages-link-"));
  try {
    writeFileSync(join(folder, "package.json"), "{}");
    mkdirSync(join(folder, "node_modules/mine"), { recursive: true });
    symlinkSync(resolve(__dirname, "../../lab"), join(folder, "lab"));
    expect(execFileSync(join(folder, "lab"), ["--help", "--no-install"], { cwd: folder, encoding: "utf8" })).toMatch(
      /^Usage: \.\/lab/,
    );
    expect(readdirSync(folder).sort()).toEqual(["lab", "node_modules", "package.json"]);
    expect(readdirSync(join(folder, "node_modules"))).toEqual(["mine"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
