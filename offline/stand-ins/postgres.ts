import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Entry, type Tree, writeTree } from "../build/archive";
import { busyboxTree, usualApplets } from "../build/busybox";
import { withExtractedPackages } from "../build/extracted-packages";
import { layerFrom } from "../build/image";
import type { StandIn } from "../build/stand-in";
import { usersTree } from "../build/users";

const version = 15;
const home = `/usr/lib/postgresql/${version}`;
const share = `/usr/share/postgresql/${version}`;
/** What initdb makes a cluster's settings from. */
const sample = `${share}/postgresql.conf.sample`;
const entrypoint = join(__dirname, "postgres/entrypoint");

/** Compilation by LLVM, which is ten times as large as the rest, and languages whose interpreters are not there. */
const unneeded = /\/(bitcode|llvmjit|plperl|plpython|pltcl|jsonb_pl|hstore_pl|ltree_pl)/;

const programs = "createdb createuser dropdb initdb pg_ctl pg_dump pg_isready pg_restore postgres psql".split(" ");

/** A PostgreSQL server and its clients. */
export const postgres: StandIn = {
  name: `postgres:${version}-alpine`,
  madeOf: `Debian's postgresql-${version}, setpriv and busybox, with an entrypoint of this project`,
  files: [__filename, entrypoint],
  config: {
    Entrypoint: ["docker-entrypoint.sh"],
    Cmd: ["postgres"],
    Env: [
      `PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:${home}/bin`,
      "LANG=C.UTF-8",
      "PGDATA=/var/lib/postgresql/data",
    ],
    ExposedPorts: { "5432/tcp": {} },
    StopSignal: "SIGINT",
    Volumes: { "/var/lib/postgresql/data": {} },
  },
  layer: (workspace) =>
    withExtractedPackages(
      workspace,
      [`postgresql-${version}`, "libc-bin", "tzdata", "util-linux", "busybox"],
      async (extracted) => {
        const extensions = without(await extracted.folders(`${home}/lib`));
        const shared = without(await extracted.folders(share, "/usr/share/zoneinfo", "/usr/lib/locale/C.utf8"));
        const tree: Tree = {
          ...extensions,
          ...(await extracted.programs(
            ...programs.map((name) => `${home}/bin/${name}`),
            ...Object.keys(extensions).filter((path) => path.endsWith(".so")),
            "/usr/bin/setpriv",
          )),
          ...shared,
          [sample]: { text: await listeningEverywhere(shared[sample]) },
          ...(await busyboxTree(extracted, [...usualApplets, "gunzip"])),
          ...usersTree("postgres", 70, "/var/lib/postgresql"),
          "/docker-entrypoint-initdb.d": { folder: true },
          "/var/lib/postgresql/data": { folder: true, owner: 70, mode: 0o700 },
          "/var/run/postgresql": { folder: true, owner: 70, mode: 0o2777 },
          "/usr/local/bin/docker-entrypoint.sh": { file: entrypoint, mode: 0o755 },
        };
        return layerFrom(workspace.cache, (tar) => writeTree(tree, tar));
      },
    ),
};

const without = (tree: Tree): Tree => Object.fromEntries(Object.entries(tree).filter(([path]) => !unneeded.test(path)));

/** Settings that let other containers connect, as Docker Hub's do. */
async function listeningEverywhere(entry: Entry | undefined): Promise<string> {
  if (!entry || !("file" in entry)) throw new Error(`the package of PostgreSQL ${version} has no ${sample}`);
  return `${await readFile(entry.file, "utf8")}\nlisten_addresses = '*'\n`;
}
