import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { enginesSection, recordedRuns } from "./engines/record";
import { lastRuns, machinesSection } from "./machines/record";

/** Writes the page of what was seen on which engine and machine, from what was recorded. @param folder docs/ */
export async function writeEnginesPage(folder: string): Promise<void> {
  const sections = [enginesSection(await recordedRuns(folder)), machinesSection(await lastRuns(folder))];
  await writeFile(join(folder, "engines.md"), `# Engines and machines\n${sections.join("\n")}`);
}
