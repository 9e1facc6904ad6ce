import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fetchSettings, mirrorUrl } from "../../../offline/build/apt";
import { run } from "../../../offline/command";

/** The engine, what it runs, and the libraries that they are linked against. */
const packages = [
  ...["docker.io", "docker-cli", "docker-buildx", "containerd", "runc", "tini"],
  ...["libc6", "libgcc-s1", "libseccomp2", "libdevmapper1.02.1", "libsystemd0", "libcap2", "libselinux1", "libudev1"],
  ...["libpcre2-8-0", "libnftables1", "libnftnl11", "libmnl0", "libjansson4", "libgmp10", "libedit2", "libxtables12"],
  ...["libtinfo6", "libbsd0", "libmd0"],
];

/**
 * Files of an engine's packages in another suite of this machine's distribution, unpacked and not installed. apt is
 * given lists and a cache of its own: nothing of this machine's changes.
 *
 * @param folder made once; what an interrupted run left is made anew
 */
export async function unpackSuite(suite: string, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  for (const each of ["lists/partial", "cache/archives/partial", "debs", "root"])
    await mkdir(join(partial, each), { recursive: true });
  await writeFile(join(partial, "status"), "");
  await writeFile(join(partial, "sources.list"), `deb ${await mirrorUrl()} ${suite} main\n`);
  await writeFile(join(partial, "apt.conf"), await aptSettings(partial));
  const env = { APT_CONFIG: join(partial, "apt.conf"), DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  await run("apt-get", ["download", "-qq", ...packages], { env, cwd: join(partial, "debs") });
  for (const name of await readdir(join(partial, "debs")))
    await run("dpkg-deb", ["-x", join(partial, "debs", name), join(partial, "root")]);
  await rename(join(partial, "root"), folder);
  await rm(partial, { recursive: true });
}

const aptSettings = async (folder: string) =>
  [
    `Dir::State::Lists "${folder}/lists";`,
    `Dir::State::status "${folder}/status";`,
    `Dir::Cache "${folder}/cache";`,
    `Dir::Etc::SourceList "${folder}/sources.list";`,
    'Dir::Etc::SourceParts "-";',
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    await fetchSettings(),
    "",
  ].join("\n");
