import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WrongUsage } from "../../bin/command";
import { answer } from "../../bin/docker-stages";

const checkout = join(__dirname, "../..");
const { version } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));

test("--version is the package's, before anything else", async () => {
  expect(await answer(["--version"])).toBe(`${version}\n`);
  expect(await answer(["provider", "--version"])).toBe(`${version}\n`);
});

test("--help names every command, and tells more of the one that it stands with", async () => {
  const usage = "docker-stages provider mirror DIR";
  expect(await answer(["--help"])).toContain(usage);
  expect(await answer(["-h"])).toBe(await answer(["--help"]));
  const more = await answer(["provider", "mirror", "--help"]);
  expect(more).toContain(usage);
  expect(more).toContain("SHA256SUMS");
});

test.each([
  [[], "no command; allowed: docker-stages provider mirror DIR"],
  [["provider"], 'no command "provider"; allowed: docker-stages provider mirror DIR'],
  [["provider", "miror", "x"], 'no command "provider" "miror" "x"; allowed: docker-stages provider mirror DIR'],
  [["provider", "mirror"], "provider mirror takes DIR, not nothing; write docker-stages provider mirror DIR"],
  [["provider", "mirror", ""], 'provider mirror takes DIR, not ""; write docker-stages provider mirror DIR'],
  [["provider", "mirror", "a", "b"], 'provider mirror takes DIR, not "a" "b"; write docker-stages provider mirror DIR'],
  [["--force", "provider", "mirror", "a"], "no option --force; allowed: --help, --version"],
  [["-x"], "no option -x; allowed: --help, --version"],
  [["--help=yes"], "no option --help=yes; allowed: --help, --version"],
  [["--constructor"], "no option --constructor; allowed: --help, --version"],
])("called with %j, it says what is allowed", async (args, message) => {
  await expect(answer(args)).rejects.toEqual(new WrongUsage(message));
});

describe("as a program", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["-r", "tsx/cjs", join(checkout, "bin/main.ts"), ...args], { encoding: "utf8" });

  test("it prints what was asked for and ends with 0", () => {
    expect(run("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("wrong usage ends with 2, and its message goes to standard error", () => {
    const stderr = "docker-stages: no command; allowed: docker-stages provider mirror DIR\n";
    expect(run()).toMatchObject({ status: 2, stdout: "", stderr });
  });

  test("a folder that cannot be written to ends with 1, and the message says which", () => {
    const folder = mkdtempSync(join(tmpdir(), "bin-"));
    const directory = join(folder, "file/mirror");
    try {
      writeFileSync(join(folder, "file"), "");
      const { status, stderr } = run("provider", "mirror", directory);
      expect([status, stderr]).toEqual([
        1,
        `docker-stages: cannot lay a mirror in ${directory}: ENOTDIR: not a directory, mkdir '${directory}'; name a folder that can be written to\n`,
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
