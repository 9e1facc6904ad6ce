import { run } from "../../../offline/command";

/** Where a program of this machine is. */
export const pathOf = async (program: string): Promise<string> =>
  (await run("sh", ["-c", 'command -v "$0"', program])).trim();
