import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../offline/command";

const programs = ["dockerd", "docker-proxy", "containerd", "containerd-shim-runc-v2", "ctr", "runc", "docker"];

/**
 * Copies an engine's programs out of an unpacked suite, each tied to that suite's own loader and libraries: this
 * machine's C library may be too old for them. docker-init is linked to nothing, and is this machine's.
 *
 * @param root where the suite is unpacked
 * @param bin made once
 */
export async function relinkPrograms(root: string, bin: string): Promise<void> {
  if (existsSync(bin)) return;
  const partial = `${bin}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const folders = ["usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/lib64", "usr/lib"].map((each) =>
    join(root, each),
  );
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
      await run("patchelf", [
        "--set-interpreter",
        loader,
        "--force-rpath",
        "--set-rpath",
        folders.filter((each) => existsSync(each)).join(":"),
        copy,
      ]);
  }
  await run("mv", [partial, bin]);
}

const isDynamic = async (file: string): Promise<boolean> =>
  (await run("patchelf", ["--print-needed", file]).catch(() => "")).trim() !== "";
