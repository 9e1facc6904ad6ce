import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../offline/command";

const programs = ["dockerd", "docker-proxy", "containerd", "containerd-shim-runc-v2", "ctr", "runc", "docker"];

export interface Relinked {
  /** Folder of the programs. */
  readonly bin: string;
  /** Folders of what they are linked against. */
  readonly libraries: readonly string[];
}

/**
 * Copies an engine's programs out of an unpacked suite, each tied to that suite's own loader and libraries: this
 * machine's C library may be too old for them. docker-init is linked to nothing, and is this machine's.
 *
 * @param root where the suite is unpacked; the copies are made once, beside it
 */
export async function relinkPrograms(root: string): Promise<Relinked> {
  const bin = `${root}.bin`;
  const libraries = await librariesOf(root);
  if (!existsSync(bin)) await relink(root, bin, libraries);
  return { bin, libraries };
}

/** Folders that hold libraries; a suite may still have two of them, /lib and /usr/lib. */
async function librariesOf(root: string): Promise<string[]> {
  const folders = ["lib", "usr/lib"].flatMap((each) =>
    ["x86_64-linux-gnu", "aarch64-linux-gnu", ""].map((inner) => join(root, each, inner)),
  );
  const all = [...folders, join(root, "lib64"), join(root, "usr/lib64")];
  const names = await Promise.all(all.map((folder) => readdir(folder).catch(() => [])));
  return all.filter((_, index) => names[index]!.some((name) => name.includes(".so.")));
}

async function relink(root: string, bin: string, folders: readonly string[]): Promise<void> {
  const partial = `${bin}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const loader = folders
    .flatMap((folder) => ["ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"].map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (loader === undefined) throw new Error(`there is no loader of programs in ${root}`);
  for (const name of programs) {
    const found = ["usr/sbin", "usr/bin"].map((folder) => join(root, folder, name)).find((file) => existsSync(file));
    if (found === undefined) throw new Error(`there is no ${name} in ${root}`);
    const copy = join(partial, name);
    await copyFile(await realpath(found), copy);
    await chmod(copy, 0o755);
    if (await isDynamic(copy))
      await run("patchelf", ["--set-interpreter", loader, "--force-rpath", "--set-rpath", folders.join(":"), copy]);
  }
  await run("mv", [partial, bin]);
}

const isDynamic = async (file: string): Promise<boolean> =>
  (await run("patchelf", ["--print-needed", file]).catch(() => "")).trim() !== "";
