import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { run } from "../../../offline/command";
import { say } from "../../terminal";
import { tests } from "../../words/tests";
import { Suite } from "../engines/suite";
import { machinesCache, nameOf } from "./cache";
import { kernelConfiguration } from "./kernel-configuration";

/**
 * Debian's suite and packages: the source, and the user-mode-linux that is built from it there, whose configuration is
 * taken. Its own build lacks nftables' NAT and wants a newer C library than this machine may have.
 */
const suite = "sid";
const packages = ["linux-source-7.2", "user-mode-linux"] as const;

export interface Kernel {
  /** A program that is a machine: User-Mode Linux (https://docs.kernel.org/virt/uml/user_mode_linux_howto_v2.html). */
  readonly program: string;
  /** Its modules, as they lie in /lib/modules. */
  readonly modules: string;
}

/** The machines' kernel, built once for each version of its source and its configuration. Ten minutes of two processors. */
export async function buildKernel(): Promise<Kernel> {
  const debian = await Suite.open(suite, join(machinesCache(), suite));
  const recipe = nameOf(await readFile(join(__dirname, "kernel-configuration.ts"), "utf8"));
  const folder = join(machinesCache(), `kernel-${await debian.version(packages[0])}-${recipe}`);
  const kernel = { program: join(folder, "linux"), modules: join(folder, "lib/modules") };
  if (existsSync(folder)) return kernel;
  say(tests.machinesKernel(packages[0]));
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, "source"), { recursive: true });
  const unpacked = await debian.unpacked(packages);
  const made = (...args: string[]) => run("nice", ["make", "ARCH=um", ...args], { cwd: join(partial, "source") });
  const source = join(unpacked, "usr/src", `${packages[0]}.tar.xz`);
  await run("tar", ["-xJf", source, "-C", join(partial, "source"), "--strip-components=1"]);
  const configuration = gunzipSync(await readFile(join(unpacked, "usr/share/doc/user-mode-linux/config.gz")));
  await writeFile(join(partial, "source/.config"), kernelConfiguration(configuration.toString()));
  await made("olddefconfig");
  await made(`-j${availableParallelism()}`, "linux", "modules");
  await made("modules_install", `INSTALL_MOD_PATH=${partial}`, "INSTALL_MOD_STRIP=1");
  await copyFile(join(partial, "source/linux"), join(partial, "linux"));
  await run("strip", [join(partial, "linux")]);
  for (const version of await readdir(join(partial, "lib/modules")))
    await rm(join(partial, "lib/modules", version, "build"), { force: true });
  await rm(join(partial, "source"), { recursive: true });
  await rm(unpacked, { recursive: true });
  await rename(partial, folder);
  return kernel;
}
