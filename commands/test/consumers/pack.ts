import { join } from "node:path";
import { run } from "../../../offline/command";
import { checkout } from "../../checkout";

/** The package's tarball in the folder, as `npm pack` makes it. */
export async function packPackage(folder: string): Promise<string> {
  const args = ["pack", "--json", "--silent", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(await run("npm", args, { cwd: checkout }));
  return join(folder, filename);
}
