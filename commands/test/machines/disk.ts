import { existsSync } from "node:fs";
import { appendFile, copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { run } from "../../../offline/command";
import { checkout } from "../../checkout";
import { say } from "../../terminal";
import { tests } from "../../words/tests";
import { bits, bridgeAddress, places } from "./addresses";
import { machinesCache, nameOf } from "./cache";
import type { Kernel } from "./kernel";
import { makeKey } from "./remote";
import { makeRootFilesystem } from "./root-filesystem";
import { layStandIns, standInsName } from "./stand-ins";

/** Bytes of a machine's disk; what is free takes no place here. */
const SIZE = "12G";

/** Where the checkout is in a machine, and its installed packages beside it. */
export const guestCheckout = "/opt/docker-stages";

/**
 * The disk that machines begin with: Debian with systemd and Docker, Terraform, the installed packages of the checkout
 * and the images that the labs need. Made once for each of their versions.
 *
 * @param terraform the program
 */
export async function makeDisk(kernel: Kernel, terraform: string): Promise<string> {
  const archive = await makeRootFilesystem();
  const lock = await readFile(join(checkout, "package-lock.json"), "utf8");
  const version = await run(terraform, ["version"]);
  const parts = [
    basename(archive),
    kernel.program,
    lock,
    version,
    await standInsName(),
    await makeKey(),
    networkFiles,
    SIZE,
  ];
  const disk = join(machinesCache(), `disk-${nameOf(parts)}.img`);
  if (existsSync(disk)) return disk;
  say(tests.machinesDisk());
  const root = `${disk}.root`;
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await run("tar", ["-xf", archive, "-C", root]);
  await layModules(kernel, root);
  await mkdir(join(root, "root/.ssh"), { recursive: true, mode: 0o700 });
  await appendFile(join(root, "root/.ssh/authorized_keys"), await makeKey(), { mode: 0o600 });
  await copyFile("/etc/resolv.conf", join(root, "etc/resolv.conf"));
  for (const [path, text] of Object.entries(networkFiles)) await writeFile(join(root, path), text);
  await copyFile(terraform, join(root, "usr/local/bin", basename(terraform)));
  await cp(join(checkout, "node_modules"), join(root, guestCheckout, "node_modules"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await layStandIns(root);
  await writeFile(`${disk}.partial`, "");
  await run("nice", ["mke2fs", "-q", "-F", "-t", "ext4", "-d", root, `${disk}.partial`, SIZE]);
  await rm(root, { recursive: true });
  await rename(`${disk}.partial`, disk);
  return disk;
}

/** A machine is known by its network card: all of them begin as the same disk. It asks the names that this one asks. */
const networkFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    places.map(({ name, mac, address }) => [
      `/etc/systemd/network/${name}.network`,
      `[Match]\nMACAddress=${mac}\n[Network]\nAddress=${address}/${bits}\nGateway=${bridgeAddress}\nIPv6AcceptRA=no\n`,
    ]),
  ),
};

/** With the lists by which its modprobe finds them. */
async function layModules(kernel: Kernel, root: string): Promise<void> {
  for (const version of await readdir(kernel.modules)) {
    await cp(join(kernel.modules, version), join(root, "usr/lib/modules", version), { recursive: true });
    await run("chroot", [root, "depmod", "-a", version]);
  }
}
