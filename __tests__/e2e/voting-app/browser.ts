import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The distribution's Chromium, which `./lab test` installs where it is missing. */
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

export async function openBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error("no Chromium: `apt-get install -y --no-install-recommends chromium`");
  const flags =
    "no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update disable-sync";
  return chromium.launch({ executablePath, args: flags.split(" ").map((flag) => `--${flag}`) });
}
