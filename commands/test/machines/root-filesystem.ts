import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fetchSettings, mirrorUrl } from "../../../offline/build/apt";
import { run } from "../../../offline/command";
import { say } from "../../terminal";
import { tests } from "../../words/tests";
import { machinesCache, nameOf } from "./cache";

/** Debian's stable release, with Docker 26.1. */
export const machinesSuite = "trixie";

const packages = [
  ...["systemd-sysv", "dbus", "udev", "kmod", "apparmor", "procps", "iproute2", "iptables", "passwd", "libpam-systemd"],
  ...["docker.io", "docker-cli", "docker-buildx", "openssh-server", "ca-certificates", "nodejs", "git", "curl"],
  // For an engine without root (https://docs.docker.com/engine/security/rootless).
  ...["uidmap", "rootlesskit", "slirp4netns", "fuse-overlayfs", "dbus-user-session"],
];

/** Text of files that are laid into it. */
const files: Readonly<Record<string, string>> = {
  "/etc/hosts": "127.0.0.1 localhost\n::1 localhost\n",
  "/etc/fstab": "/dev/ubda / ext4 defaults,noatime 0 1\n",
  "/etc/resolv.conf": "",
  "/etc/ssh/sshd_config.d/machines.conf": "PermitRootLogin prohibit-password\nUseDNS no\nMaxStartups 100\n",
};

/** What is set up once it is unpacked. `$1` is its root. */
const hooks = [
  'chroot "$1" systemctl enable systemd-networkd',
  // What begins by itself would be in the way of what is looked at.
  'chroot "$1" systemctl mask apt-daily.timer apt-daily-upgrade.timer systemd-networkd-wait-online.service',
  'chroot "$1" useradd -m -s /bin/bash learner',
  'cd "$1" && rm -rf var/cache/apt var/lib/apt/lists etc/apt/sources.list etc/apt/apt.conf.d/99mmdebstrap',
];

/**
 * A Debian with systemd and Docker, as a tar archive: what an administrator has after `apt-get install docker.io`.
 *
 * @returns the archive's path
 */
export async function makeRootFilesystem(): Promise<string> {
  const recipe = nameOf([machinesSuite, packages, files, hooks]);
  const archive = join(machinesCache(), `root-${recipe}.tar`);
  if (existsSync(archive)) return archive;
  say(tests.machinesFiles(machinesSuite));
  const overlay = `${archive}.overlay`;
  await rm(overlay, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(overlay, path)), { recursive: true });
    await writeFile(join(overlay, path), text);
  }
  const settings = ['Acquire::Languages "none"', ...(await fetchSettings()).split("\n").filter((line) => line !== "")];
  await run("nice", [
    ...["mmdebstrap", "--mode=root", "--variant=minbase", "--format=tar", "--skip=output/dev"],
    `--include=${packages.join(",")}`,
    ...["doc", "man", "locale", "info"].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`),
    ...settings.map((line) => `--aptopt=${line}`),
    ...[`cp -r '${overlay}/.' "$1/"`, ...hooks].map((hook) => `--customize-hook=${hook}`),
    ...[machinesSuite, `${archive}.partial`, `deb ${await mirrorUrl()} ${machinesSuite} main`],
  ]);
  await rm(overlay, { recursive: true });
  await rename(`${archive}.partial`, archive);
  return archive;
}
