import { readFile } from "node:fs/promises";
import { isInstalled } from "../../offline/command";

/** Whether ./lab may install the distribution's packages here: a Debian or Ubuntu, as root. */
export const canInstall = async () => (await whyNotInstall()) === undefined;

/** What keeps ./lab from installing packages; undefined where nothing does. */
export async function whyNotInstall(): Promise<string | undefined> {
  if (process.platform !== "linux") return `this is ${process.platform}`;
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  if (!/^ID(?:_LIKE)?=(?:.*[" ])?(?:debian|ubuntu)\b/m.test(release) || !(await isInstalled("apt-get")))
    return "this is neither";
  return process.getuid?.() === 0 ? undefined : "you are not root";
}
