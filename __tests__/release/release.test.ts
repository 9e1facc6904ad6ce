import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ReleaseOptions, release } from "../../release/release";

jest.setTimeout(60_000);

const passing = ["node", "--eval", ""] as const;
const date = "2026-12-24";
const before = "# Changelog\n\n## Unreleased\n\n### Added\n- A thing.\n";
let folder: string;

const git = (...args: string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" }).trim();
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
function commit(name: string, text: string): void {
  write(name, text);
  git("add", "--all");
  git("commit", "--quiet", "--message", `Write ${name}`);
}
const released = (options: Partial<ReleaseOptions> = {}) =>
  release({ folder, wanted: "1.0.0", tests: passing, date, ...options });
const codes = async (options: Partial<ReleaseOptions> = {}) =>
  (await released(options)).refusals.map(({ code }) => code);

/** All that a release changes. */
const state = () => ({
  head: git("rev-parse", "HEAD"),
  tags: git("tag"),
  status: git("status", "--porcelain"),
  tarballs: ["1.0.0", "1.1.0"].filter((version) => existsSync(join(folder, `thing-${version}.tgz`))),
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "t-release-"));
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "A Tester");
  git("config", "user.email", "tester@tests.invalid");
  git("config", "commit.gpgSign", "false");
  git("config", "tag.gpgSign", "false");
  const manifest = { name: "thing", version: "1.0.0" };
  write("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  const lock = { ...manifest, lockfileVersion: 3, requires: true, packages: { "": manifest } };
  write("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  write(".gitignore", "*.tgz\n");
  commit("CHANGELOG.md", before);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the first release, and one after it, are written down, packed, committed and tagged", async () => {
  const first = await released();
  expect(first).toMatchObject({ released: true, refusals: [] });
  expect(first.lines.join("\n")).toMatch(/git push --follow-tags\n *npm publish \.\/thing-1\.0\.0\.tgz/);
  expect(read("CHANGELOG.md")).toBe(before.replace("## Unreleased", "## Unreleased\n\n## 1.0.0 - 2026-12-24"));
  expect(state()).toMatchObject({ tags: "v1.0.0", status: "", tarballs: ["1.0.0"] });

  commit("CHANGELOG.md", read("CHANGELOG.md").replace("## Unreleased", "## Unreleased\n\n### Changed\n- It.\n"));
  expect((await released({ wanted: "minor" })).released).toBe(true);
  expect(git("log", "--format=%s", "-1")).toBe("Release 1.1.0");
  expect(git("rev-parse", "v1.1.0^{commit}")).toBe(git("rev-parse", "HEAD"));
  expect(git("cat-file", "-t", "v1.1.0")).toBe("tag");
  expect(JSON.parse(read("package.json")).version).toBe("1.1.0");
  const lock = JSON.parse(read("package-lock.json"));
  expect([lock.version, lock.packages[""].version]).toEqual(["1.1.0", "1.1.0"]);
  expect(state()).toMatchObject({ status: "", tarballs: ["1.0.0", "1.1.0"] });
  const packed = execFileSync("tar", ["-xzOf", join(folder, "thing-1.1.0.tgz"), "package/package.json"]);
  expect(JSON.parse(packed.toString()).version).toBe("1.1.0");
});

/** Each is done to a checkout that was ready. */
const spoilt: readonly { readonly name: string; spoil(): void; readonly options?: object; readonly refused: string }[] =
  [
    { name: "a file that was changed", spoil: () => write(".gitignore", "*.tgz\n\n"), refused: "tree-dirty" },
    { name: "a file that is new", spoil: () => write("new.ts", ""), refused: "tree-dirty" },
    { name: "another branch", spoil: () => git("switch", "--quiet", "--create", "topic"), refused: "branch-other" },
    { name: "no branch", spoil: () => git("checkout", "--quiet", "--detach"), refused: "branch-other" },
    {
      name: "a changelog without what is unreleased",
      spoil: () => commit("CHANGELOG.md", "# Changelog\n"),
      refused: "unreleased-missing",
    },
    {
      name: "no changelog",
      spoil: () => {
        git("rm", "--quiet", "CHANGELOG.md");
        git("commit", "--quiet", "--message", "Remove it");
      },
      refused: "unreleased-missing",
    },
    {
      name: "nothing unreleased",
      spoil: () => commit("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n### Added\n"),
      refused: "unreleased-empty",
    },
    { name: "a version that has a tag", spoil: () => git("tag", "v1.0.0"), refused: "version-exists" },
    {
      name: "a version that is too small for what is unreleased",
      spoil: () => git("tag", "v1.0.0"),
      options: { wanted: "patch" },
      refused: "version-too-small",
    },
    {
      name: "tests that fail",
      spoil: () => undefined,
      options: { tests: ["node", "--eval", "process.exitCode = 3"] },
      refused: "tests-failed",
    },
    {
      name: "tests that cannot be started",
      spoil: () => undefined,
      options: { tests: ["./no-such-program"] },
      refused: "tests-failed",
    },
    {
      name: "a file that was changed while the tests ran",
      spoil: () => undefined,
      options: { tests: ["node", "--eval", "require('fs').writeFileSync('new.ts', '')"] },
      refused: "moved-meanwhile",
    },
    {
      name: "a commit that was made while the tests ran",
      spoil: () => undefined,
      options: { tests: ["git", "commit", "--quiet", "--allow-empty", "--message", "Work on"] },
      refused: "moved-meanwhile",
    },
  ];
test.each(spoilt)("$name is refused ($refused), and nothing is released", async ({ spoil, options, refused }) => {
  spoil();
  const { tags } = state();
  expect(await codes(options)).toEqual([refused]);
  expect(state()).toMatchObject({ tags, tarballs: [] });
  expect(git("log", "--format=%s")).not.toContain("Release");
});

test("where something else speaks against a release, the tests are not run, and that is said", async () => {
  write("new.ts", "");
  const { refusals, lines } = await released({ wanted: "next", tests: ["node", "--eval", "throw 1"] });
  expect(refusals.map(({ code }) => code)).toEqual(["tree-dirty", "version-malformed"]);
  expect(lines.join()).toContain("the tests were not run");
});

test("a dry run names each step, the real tests among them, and does none", async () => {
  const start = state();
  const { lines, refusals, released: done } = await release({ folder, wanted: "1.0.0", dryRun: true, date });
  expect({ done, refusals }).toEqual({ done: false, refusals: [] });
  for (const part of ["./lab test", "## 1.0.0 - 2026-12-24", "npm pack", "git tag --annotate v1.0.0"])
    expect(lines.join("\n")).toContain(part);
  expect(state()).toEqual(start);
});

test("a dry run refuses what a release would", async () => {
  write("new.ts", "");
  expect(await codes({ dryRun: true })).toEqual(["tree-dirty"]);
});

test.each([
  {
    name: "the commit fails",
    spoil: () => {
      writeFileSync(join(folder, ".git/hooks/pre-commit"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    },
  },
  {
    name: "the tag fails",
    // A file in the place of the folder that the tag's own would be in.
    spoil: () => {
      rmSync(join(folder, ".git/refs/tags"), { recursive: true });
      writeFileSync(join(folder, ".git/refs/tags"), "");
    },
  },
  {
    name: "the package cannot be packed",
    spoil: () =>
      commit("package.json", JSON.stringify({ name: "thing", version: "1.0.0", scripts: { prepack: "exit 1" } })),
  },
])("where $name, the checkout is as it was", async ({ spoil }) => {
  spoil();
  const [head, changelog] = [git("rev-parse", "HEAD"), read("CHANGELOG.md")];
  await expect(released()).rejects.toThrow();
  expect(git("rev-parse", "HEAD")).toBe(head);
  expect(git("status", "--porcelain")).toBe("");
  expect(read("CHANGELOG.md")).toBe(changelog);
  expect(existsSync(join(folder, "thing-1.0.0.tgz"))).toBe(false);
});
