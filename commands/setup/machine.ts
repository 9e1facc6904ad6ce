import { readFile } from "node:fs/promises";
import { isInstalled } from "../../offline/command";
import { mirror as words } from "../words/setup";

/** Whether ./lab may install the distribution's packages here: a Debian or Ubuntu, as root. */
export const canInstall = async () => (await whyNotInstall()) === undefined;

/** What keeps ./lab from installing packages; undefined where nothing does. */
export async function whyNotInstall(): Promise<string | undefined> {
  if (process.platform !== "linux") return words.platform(process.platform);
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  if (!/^ID(?:_LIKE)?=(?:.*[" ])?(?:debian|ubuntu)\b/m.test(release) || !(await isInstalled("apt-get")))
    return words.neither();
  return process.getuid?.() === 0 ? undefined : words.notRoot();
}
