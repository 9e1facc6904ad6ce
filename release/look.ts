import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../offline/command";
import { readChangelog } from "./changelog";
import type { Facts } from "./plan";

/** @param folder of the checkout */
export async function look(folder: string): Promise<Facts> {
  const git = async (...args: string[]) => lines(await run("git", args, { cwd: folder }));
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const file = join(folder, "CHANGELOG.md");
  const text = existsSync(file) ? await readFile(file, "utf8") : "";
  const [branch = ""] = await git("branch", "--show-current");
  const [commit = ""] = await git("rev-parse", "HEAD");
  const tagged = (await git("tag", "--list", "v*")).map((tag) => tag.slice(1));
  return { branch, commit, changed: await changedFiles(folder), tagged, version, changelog: readChangelog(text) };
}

/** `XY NAME`, as git writes it for programs. */
const changedFiles = async (folder: string): Promise<string[]> =>
  lines(await run("git", ["status", "--porcelain"], { cwd: folder })).map((line) => line.slice(3));

const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
