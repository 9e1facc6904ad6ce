import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { layerFrom } from "../build/image";
import { type RootFilesystem, writeRootFilesystem } from "../build/root-filesystem";
import type { StandIn } from "../build/stand-in";

const files = { "/sbin/apk": join(__dirname, "alpine/apk"), "/lib/apk/names": join(__dirname, "alpine/names") };

/** apt, and the essential packages that busybox cannot stand in for. */
const packages =
  "apt base-files base-passwd busybox debian-archive-keyring debianutils dpkg gpgv libc-bin perl-base".split(" ");

/** Alpine's own folders in `/`, with `/usr/bin` and the like leading there, so that either spelling of a path is right. */
const folders = `cd "$1" && mkdir -p bin sbin lib/64 usr lib/apk/bin &&
  for each in bin sbin lib; do ln -s ../$each usr/$each; done && ln -s lib/64 lib64`;

const busyboxShell = 'chroot "$1" /bin/busybox --install -s /bin';

/** There is no init system whose services a package could set up. */
const noServices = `for each in deb-systemd-helper deb-systemd-invoke update-rc.d invoke-rc.d; do
  ln -s /bin/true "$1/lib/apk/bin/$each"
done`;

/** Programs of Debian that busybox has too go aside, where apk alone finds them: in Alpine they are busybox's. */
const busyboxFirst = `cd "$1" && for each in $(chroot . /bin/busybox --list); do
  case $each in busybox | dpkg | dpkg-deb) continue ;; esac
  for folder in bin sbin; do
    [ ! -e $folder/$each ] && [ ! -L $folder/$each ] || [ "$(readlink $folder/$each)" = /bin/busybox ] || mv $folder/$each lib/apk/bin/$each
  done
  ln -sf /bin/busybox bin/$each
done`;

/** busybox finds its loader where Alpine has one, so that /lib64, which Alpine lacks, can wait for apk. */
const alpineLoader = `cd "$1" && [ ! -e lib/64/ld-linux-x86-64.so.2 ] || {
  sed -i 's,/lib64/ld-linux-x86-64.so.2,/lib/ld-linux-x86-64.so.2\\x00\\x00,' bin/busybox
  ln -s x86_64-linux-gnu/ld-linux-x86-64.so.2 lib/ld-linux-x86-64.so.2
} && rm -rf lib64 boot var/cache/debconf/*-old`;

const osRelease = `NAME="stand-in for Alpine Linux (docker-stages)"
PRETTY_NAME="stand-in for Alpine Linux, made of Debian packages (docker-stages)"
ID=debian
`;

const rootFilesystem = async (): Promise<RootFilesystem> => ({
  variant: "custom",
  packages,
  before: [folders, noServices],
  unpacked: [busyboxShell],
  after: [busyboxFirst, alpineLoader],
  files: {
    "/etc/os-release": osRelease,
    ...Object.fromEntries(
      await Promise.all(
        Object.entries(files).map(async ([path, file]) => [path, await readFile(file, "utf8")] as const),
      ),
    ),
  },
});

/** busybox in Alpine's layout, with an `apk` that installs Debian's packages. */
export const alpine: StandIn = {
  name: "alpine",
  madeOf: "Debian's busybox, with apk as a script around Debian's apt",
  files: [__filename, ...Object.values(files)],
  config: { Cmd: ["/bin/sh"] },
  layer: async (workspace) => {
    const wanted = await rootFilesystem();
    return layerFrom(workspace.cache, (tar) => writeRootFilesystem(workspace, wanted, tar));
  },
};
