import { run } from "../../offline/command";
import { checkout } from "../checkout";

/** The commit that is checked out, `abcdef0`; `abcdef0+` where files differ from it, what tests write down apart. */
export async function currentCommit(): Promise<string> {
  const git = (...args: string[]) => run("git", args, { cwd: checkout });
  const changed = await git("status", "--porcelain", "--", ".", ":!docs/engines.*", ":!docs/machines.json");
  return (await git("rev-parse", "--short", "HEAD")).trim() + (changed.trim() === "" ? "" : "+");
}

/** Whether what was seen at one commit is known at another: both are the same, and no file differed from it. */
export const isSameCommit = (seen: string | undefined, now: string): boolean => seen === now && !now.endsWith("+");
