import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Row } from "./scenario";

/** A scenario as it was last played. */
export interface ScenarioRun {
  readonly scenario: string;
  readonly title: string;
  /** `2026-11-29` */
  readonly date: string;
  readonly commit: string;
  readonly rows: readonly Row[];
}

/** What was recorded. @param folder docs/ */
export const lastRuns = async (folder: string): Promise<ScenarioRun[]> =>
  JSON.parse(await readFile(join(folder, "machines.json"), "utf8").catch(() => "[]")) as ScenarioRun[];

/** Puts the run in the place of the scenario's last one. @param folder docs/ */
export async function recordScenario(played: ScenarioRun, folder: string): Promise<void> {
  const others = (await lastRuns(folder)).filter(({ scenario }) => scenario !== played.scenario);
  const runs = [...others, played].sort((a, b) => (a.scenario < b.scenario ? -1 : 1));
  await writeFile(join(folder, "machines.json"), `${JSON.stringify(runs, undefined, 2)}\n`);
}

/** What was seen on machines. */
export const machinesSection = (runs: readonly ScenarioRun[]): string =>
  `
## Machines
What was seen on machines with a kernel of their own, systemd, AppArmor and ip_vs, when \`./lab test machines\` last played each scenario: User-Mode Linux with Debian trixie and its Docker engine, one processor, 3 GiB of memory, on a network that reaches what this machine reaches. Their images are this machine's stand-ins.
${runs.length === 0 ? "\nNo scenario has been played to its end yet.\n" : runs.map(sectionOf).join("")}`;

const sectionOf = ({ scenario, title, date, commit, rows }: ScenarioRun): string => `
### ${scenario}
${capital(title)}. Played on ${date} at ${commit}.

| check | | seen |
|---|---|---|
${rows.map(({ name, passed, seen }) => `| ${cell(name)} | ${passed ? "✓" : "✗"} | ${cell(seen)} |`).join("\n")}
`;

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
