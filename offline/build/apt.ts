import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CommandError, isInstalled, run } from "../command";
import { words } from "../words";
import type { Say } from "../workspace";

/** Seconds that whoever holds a lock of dpkg's or apt's, unattended upgrades for instance, is waited for. */
const LOCKED_FOR = 300;
const quiet = [
  "-qq",
  ...["APT::Sandbox::User=root", "Dpkg::Use-Pty=0", `DPkg::Lock::Timeout=${LOCKED_FOR}`].flatMap((each) => [
    "-o",
    each,
  ]),
];
const environment = { DEBIAN_FRONTEND: "noninteractive" };

let listsAreNew: Promise<unknown> | undefined;

/** Brings apt's package lists up to date, once a process. */
const update = () => (listsAreNew ??= updateLists());

/** Whoever holds the lists' lock is waited for too: apt itself waits for dpkg's alone. */
async function updateLists(): Promise<void> {
  for (const deadline = Date.now() + LOCKED_FOR * 1000; ; await pause(500)) {
    try {
      await run("apt-get", ["update", ...quiet], { env: environment });
      return;
    } catch (error) {
      const isLocked = error instanceof CommandError && /Could not get lock/.test(error.lastLines);
      if (!isLocked || Date.now() > deadline) throw error;
    }
  }
}

/** The packages (values) whose program (key) is not on the PATH. */
export async function missingPackages(programs: Readonly<Record<string, string>>): Promise<string[]> {
  const rows = Object.entries(programs);
  const found = await Promise.all(rows.map(([program]) => isInstalled(program)));
  return rows.filter((_, index) => !found[index]).map(([, name]) => name);
}

/** Installs packages of the distribution, without what they only recommend. */
export async function installPackages(names: readonly string[]): Promise<void> {
  await update();
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...quiet, ...names], { env: environment });
}

const unpacked = new Map<string, Promise<string>>();

let builder: Promise<void> | undefined;

/** Sees to it that mmdebstrap is installed, which makes root filesystems from packages. */
export function ensureBuilder(say: Say): Promise<void> {
  builder ??= installBuilder(say);
  return builder;
}

async function installBuilder(say: Say): Promise<void> {
  const missing = await missingPackages({ mmdebstrap: "mmdebstrap" });
  if (missing.length === 0) return;
  say(words.installing(missing.join(", ")));
  await installPackages(missing);
}

/** A folder with the package's files, unpacked and not installed. */
export function unpackedPackage(cache: string, name: string): Promise<string> {
  const folder = unpacked.get(name) ?? unpack(cache, name);
  unpacked.set(name, folder);
  return folder;
}

async function unpack(cache: string, name: string): Promise<string> {
  const target = join(cache, "packages", name);
  if (existsSync(target)) return target;
  const partial = `${target}-${process.pid}.partial`;
  await update();
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, "root"), { recursive: true });
  await run("apt-get", ["download", ...quiet, name], { cwd: partial });
  const archive = (await readdir(partial)).find((file) => file.endsWith(".deb"));
  await run("dpkg-deb", ["-x", join(partial, archive!), join(partial, "root")]);
  await rename(join(partial, "root"), target);
  await rm(partial, { recursive: true });
  return target;
}

/** Files of this machine that say where its packages come from: `sources.list` and what lies in `sources.list.d`. */
export async function sourceFiles(): Promise<string[]> {
  const listed = await readdir("/etc/apt/sources.list.d").catch(() => []);
  const files = [
    "/etc/apt/sources.list",
    ...listed.filter((name) => /\.(list|sources)$/.test(name)).map((name) => `/etc/apt/sources.list.d/${name}`),
  ];
  const stated = await Promise.all(files.map(async (file) => (await text(file)).replace(/^[ \t]*#.*$/gm, "").trim()));
  return files.filter((_, index) => stated[index]);
}

/** Keys that this machine trusts for them: apt's own folders, and each file that a `Signed-By` names. */
export async function keyringFiles(): Promise<string[]> {
  const folders = ["/etc/apt/keyrings", "/etc/apt/trusted.gpg.d"];
  const inFolders = await Promise.all(
    folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
  );
  const sources = await Promise.all((await sourceFiles()).map(text));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/signed-by\s*[:=]\s*(\/[^\s\],]+)/gi)].map(([, file]) => file!),
  );
  return [...new Set(["/etc/apt/trusted.gpg", ...inFolders.flat(), ...named])].filter((file) => existsSync(file));
}

/** This machine's settings for how packages are fetched (proxy, retries, checks), in apt.conf's form. */
export async function fetchSettings(): Promise<string> {
  const settings = (await run("apt-config", ["dump", "Acquire"])).split("\n");
  return settings
    .filter((line) => /^Acquire::(http|https|Allow|Check-|Force|Max-|Retries)\S* "[^"]/.test(line))
    .join("\n");
}

/** URL of the mirror that this machine's packages come from, security updates apart. */
export async function mirrorUrl(): Promise<string> {
  await update();
  const uris = (await run("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"])).split("\n");
  const found = uris.find((uri) => uri.includes("debian") && !uri.includes("security"));
  if (found === undefined) throw new Error("no mirror of Debian is among this machine's package sources");
  return found;
}

/** Codename of the distribution's release, `bookworm`. */
export async function codename(): Promise<string> {
  return /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(await text("/etc/os-release"))?.[1] ?? "stable";
}

const text = (file: string) => readFile(file, "utf8").catch(() => "");
