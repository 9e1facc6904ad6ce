import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fetchSettings, mirrorUrl } from "../../../offline/build/apt";
import { run } from "../../../offline/command";

/** The engine, what it runs, and the libraries that they are linked against. A suite may lack some of them. */
export const enginePackages: readonly [string, ...string[]] = [
  "docker.io",
  ...["docker-cli", "docker-buildx", "containerd", "runc", "tini"],
  ...["libc6", "libgcc-s1", "libseccomp2", "libdevmapper1.02.1", "libsystemd0", "libcap2", "libselinux1", "libudev1"],
  ...["libpcre2-8-0", "libnftables1", "libnftnl11", "libmnl0", "libjansson4", "libgmp10", "libedit2", "libxtables12"],
  ...["libtinfo6", "libbsd0", "libmd0"],
];

/** Another suite of this machine's distribution, read with lists of its own: nothing of this machine's changes. */
export class Suite {
  private constructor(
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** @param folder where what is fetched of it is kept */
  static async open(name: string, folder: string): Promise<Suite> {
    const state = join(folder, "apt");
    for (const each of ["lists/partial", "cache/archives/partial"]) await mkdir(join(state, each), { recursive: true });
    await writeFile(join(state, "status"), "");
    await writeFile(join(state, "sources.list"), `deb ${await mirrorUrl()} ${name} main\n`);
    await writeFile(join(state, "apt.conf"), await aptSettings(state));
    const env = { APT_CONFIG: join(state, "apt.conf"), DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env });
    return new Suite(folder, env);
  }

  /** Version of a package. */
  async version(name: string): Promise<string> {
    const told = await run("apt-cache", ["show", "--no-all-versions", name], { env: this.env });
    return /^Version: (.*)$/m.exec(told)![1]!;
  }

  /**
   * Files of those of the packages that the suite has, unpacked and not installed.
   *
   * @param names the first one's version is the folder's name: another one is unpacked anew
   * @returns a folder, made once; what an interrupted run left is made anew
   */
  async unpacked(names: readonly [string, ...string[]]): Promise<string> {
    const folder = join(this.folder, `${names[0]}_${(await this.version(names[0])).replaceAll(":", "%3a")}`);
    if (existsSync(folder)) return folder;
    const partial = `${folder}.partial`;
    await rm(partial, { recursive: true, force: true });
    for (const each of ["debs", "root"]) await mkdir(join(partial, each), { recursive: true });
    const known = new Set((await run("apt-cache", ["pkgnames"], { env: this.env })).split("\n"));
    const there = names.filter((name) => known.has(name));
    await run("apt-get", ["download", "-qq", ...there], { env: this.env, cwd: join(partial, "debs") });
    for (const name of await readdir(join(partial, "debs")))
      await run("dpkg-deb", ["-x", join(partial, "debs", name), join(partial, "root")]);
    await rename(join(partial, "root"), folder);
    await rm(partial, { recursive: true });
    return folder;
  }
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
