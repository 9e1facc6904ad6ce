import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { processStart } from "../../../temporary";
import { LabProblem } from "../../problem";

/** Process that has a machine, and when it started: an id is given again. */
interface Owner {
  readonly pid: number;
  readonly started: string | undefined;
}

const file = (folder: string) => join(folder, "owner.json");

/** Has the machine of a folder for this process. @throws LabProblem `machine-in-use` where another one that lives has it */
export async function own(folder: string): Promise<void> {
  const text = await readFile(file(folder), "utf8").catch(() => undefined);
  const owner = text === undefined ? undefined : (JSON.parse(text) as Owner);
  if (owner !== undefined && owner.pid !== process.pid && processStart(owner.pid) === owner.started)
    throw LabProblem.of("machine-in-use", { folder, pid: owner.pid });
  const mine: Owner = { pid: process.pid, started: processStart(process.pid) };
  await writeFile(file(folder), JSON.stringify(mine));
}

export const disown = (folder: string): Promise<void> => rm(file(folder), { force: true });
