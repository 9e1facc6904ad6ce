import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Counts } from "../counts";

/** A run of the end-to-end tests of the provider on one engine. */
export interface EngineRun extends Counts {
  /** `forky-containerd` */
  readonly name: string;
  /** `28.5.2` */
  readonly engine: string;
  /** `1.51` */
  readonly api: string;
  readonly store: "classic" | "containerd";
  /** `2026-11-28` */
  readonly date: string;
  readonly commit: string;
}

/** Puts the run in the place of the engine's last one, and writes the page anew. @param folder docs/ */
export async function recordRun(run: EngineRun, folder: string): Promise<void> {
  const file = join(folder, "engines.json");
  const before = JSON.parse(await readFile(file, "utf8").catch(() => "[]")) as EngineRun[];
  const runs = [...before.filter(({ name }) => name !== run.name), run].sort((a, b) => (a.name < b.name ? -1 : 1));
  await writeFile(file, `${JSON.stringify(runs, undefined, 2)}\n`);
  await writeFile(join(folder, "engines.md"), enginesPage(runs));
}

/** What was run on which engine, as a page. */
export const enginesPage = (runs: readonly EngineRun[]): string =>
  `# Engines
The provider's end-to-end tests (\`__tests__/e2e/provider\`) as they were last run on each engine by \`./lab test engines\`, on a machine within this one that has the same kernel. All of the tests run on this machine's own engine by \`./lab test\`.

| engine | API | image store | from Debian | passed | failed | date | commit |
|---|---|---|---|---|---|---|---|
${runs.map(rowOf).join("\n")}
`;

const rowOf = ({ name, engine, api, store, passed, failed, date, commit }: EngineRun): string =>
  `| ${engine} | ${api} | ${store} | ${name.replace(/-.*/, "")} | ${passed} | ${failed} | ${date} | ${commit} |`;
