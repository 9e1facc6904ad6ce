import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isSameCommit } from "../commit";
import type { Counts } from "../counts";
import { engineBuilds, type ImageStore } from "./builds";
import { type EnginePart, engineParts, partsOf } from "./parts";

/** What was run last on one engine. */
export interface EngineRuns {
  /** `forky-containerd` */
  readonly name: string;
  /** `28.5.2` */
  readonly engine: string;
  /** `1.51` */
  readonly api: string;
  readonly store: ImageStore;
  readonly parts: { readonly [P in EnginePart["name"]]?: PartRun };
}

export interface PartRun extends Counts {
  /** `2026-11-28` */
  readonly date: string;
  /** `abcdef0`; `abcdef0+` where files differed from it */
  readonly commit: string;
  /** Tests that failed, by their files and names. @default - none */
  readonly failures?: readonly string[];
}

const file = (folder: string) => join(folder, "engines.json");

/** @param folder docs/ */
export const recordedRuns = async (folder: string): Promise<readonly EngineRuns[]> =>
  JSON.parse(await readFile(file(folder), "utf8").catch(() => "[]"));

/** Puts the runs in the place of the engine's last ones of the same parts. */
export async function recordRun(run: EngineRuns, folder: string): Promise<void> {
  const before = await recordedRuns(folder);
  const parts = { ...before.find(({ name }) => name === run.name)?.parts, ...run.parts };
  const runs = [...before.filter(({ name }) => name !== run.name), { ...run, parts }].sort(byVersion);
  await writeFile(file(folder), `${JSON.stringify(runs, undefined, 2)}\n`);
}

/** Runs of those of the parts that passed on an engine at this very commit, with no file changed. */
export function passedAt(
  commit: string,
  runs: readonly EngineRuns[],
  name: string,
  parts: readonly EnginePart[],
): readonly { readonly part: EnginePart["name"]; readonly last: PartRun }[] {
  const before = runs.find((each) => each.name === name)?.parts ?? {};
  return parts.flatMap(({ name: part }) => {
    const last = before[part];
    return last?.failed === 0 && isSameCommit(last.commit, commit) ? [{ part, last }] : [];
  });
}

const byVersion = (a: EngineRuns, b: EngineRuns) =>
  Number(a.api.split(".")[1]) - Number(b.api.split(".")[1]) || (a.store < b.store ? -1 : 1);

/** What was run on which engine. */
export const enginesSection = (runs: readonly EngineRuns[]): string =>
  `
## Engines
What \`./lab test engines\` saw on each engine when it was last run: on a machine within a Debian 12, with its kernel. \`commands/test/engines/builds.ts\` says where each engine is from.

${engineParts.map(({ name, doc }) => `- **${name}**: ${doc}.`).join("\n")}

| engine | API | image store | ${engineParts.map(({ name }) => name).join(" | ")} |
|---|---|---|${engineParts.map(() => "---|").join("")}
${runs.map(rowOf).join("\n")}
${runs.flatMap(failuresOf).join("")}`;

/** Debian 12, which the page says that all this was seen within. */
const AROUND = "bookworm";

const rowOf = ({ name, engine, api, store, parts }: EngineRuns): string => {
  const build = engineBuilds.find((each) => each.name === name);
  const own = build ? partsOf(build, AROUND) : engineParts;
  const cells = engineParts.map((part) => (own.includes(part) ? cellOf(parts[part.name]) : "as stages"));
  return `| ${[engine, api, store, ...cells].join(" | ")} |`;
};

/** Which tests failed, of each part a line. */
const failuresOf = ({ engine, store, parts }: EngineRuns): string[] =>
  engineParts.flatMap(({ name }) => {
    const { failures = [] } = parts[name] ?? {};
    return failures.length === 0
      ? []
      : [`\nFailed on ${engine}, ${store}, ${name}:\n\n${failures.map((each) => `- ${each}\n`).join("")}`];
  });

const cellOf = (run: PartRun | undefined): string =>
  run === undefined
    ? "not run"
    : `${run.failed === 0 ? "✓" : "✗"} ${run.passed} passed, ${run.failed} failed (${run.date}, ${run.commit})`;
