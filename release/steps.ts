import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../offline/command";
import { released } from "./changelog";

/** What a release changes. */
const files = ["package.json", "package-lock.json", "CHANGELOG.md"];

export interface Release {
  /** Of the checkout. */
  readonly folder: string;
  readonly version: string;
  /** `2026-11-29` */
  readonly date: string;
  /** That is checked out. */
  readonly commit: string;
}

/**
 * Sets the version, packs, commits and tags; where one of these fails, the checkout is again as it was.
 *
 * @returns name of the tarball, in the checkout
 */
export async function make(release: Release): Promise<string> {
  const { folder, version, commit } = release;
  const git = (...args: string[]) => run("git", args, { cwd: folder });
  let tarball: string | undefined;
  try {
    await write(release);
    // Before the commit: what cannot be packed is no release.
    tarball = await pack(folder);
    await git("add", "--", ...files);
    await git("commit", "--quiet", "--message", `Release ${version}`);
    await git("tag", "--annotate", `v${version}`, "--message", `Release ${version}`);
    return tarball;
  } catch (error) {
    await git("reset", "--quiet", "--soft", commit);
    // These alone: somebody may have begun to work on others.
    await git("restore", `--source=${commit}`, "--staged", "--worktree", "--", ...files);
    if (tarball !== undefined) await rm(join(folder, tarball), { force: true });
    throw error;
  }
}

async function write({ folder, version, date }: Release): Promise<void> {
  const changelog = join(folder, "CHANGELOG.md");
  await writeFile(changelog, released(await readFile(changelog, "utf8"), version, date));
  const how = ["--no-git-tag-version", "--allow-same-version", "--ignore-scripts"];
  await run("npm", ["version", version, ...how], { cwd: folder });
}

async function pack(folder: string): Promise<string> {
  const [{ filename }] = JSON.parse(await run("npm", ["pack", "--json", "--silent"], { cwd: folder }));
  return filename;
}
