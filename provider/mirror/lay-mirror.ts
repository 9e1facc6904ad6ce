import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeTemporary, sweepTemporary } from "../../temporary";
import { type Manifest, tryReadManifest } from "../build/manifest";
import { zipName } from "../build/zip-name";
import { sha256, withChecksums } from "./checksums";
import { makeFolder } from "./make-folder";
import { archivesFile, indexFile } from "./network-index";
import { platforms } from "./platforms";

export interface Mirror {
  /** Where the provider's bundle is. */
  readonly bundleFolder: string;
  /** What the provider is called there: `1.4.2`. */
  readonly version: string;
  /** Root of the mirror; made if it is not there. */
  readonly folder: string;
}

export interface LaidMirror {
  /** `HOST/NAMESPACE/TYPE` */
  readonly source: string;
  /** Paths of zips of this very version that held something else before. */
  readonly replaced: readonly string[];
}

/**
 * Lays a filesystem mirror in the packed layout, which Terraform and OpenTofu take as it is. What is there of other
 * providers and of other versions stays; a file that has its content already is not touched; each file is whole from the
 * moment that it has its name.
 *
 * Source: https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export async function layMirror({ bundleFolder, version, folder }: Mirror): Promise<LaidMirror> {
  makeFolder(folder);
  const { source, zip } = readManifest(bundleFolder);
  const content = readFileSync(join(bundleFolder, zip));
  const archives = platforms.map((platform) => ({
    ...platform,
    zip: zipName({ source, version }, platform),
    sum: sha256(content),
  }));
  const place = join(folder, source);
  makeFolder(place);
  await sweepTemporary(place);
  const draft = makeTemporary(place);
  /** Whether it replaced another content. */
  const put = (name: string, wanted: Uint8Array | string): boolean => {
    const file = join(place, name);
    const before = tryRead(file);
    if (before?.equals(Buffer.from(wanted))) return false;
    writeFileSync(join(draft, name), wanted);
    renameSync(join(draft, name), file);
    return before !== undefined;
  };
  try {
    const replaced = archives.filter(({ zip }) => put(zip, content)).map(({ zip }) => join(place, zip));
    const sums = new Map(archives.map(({ zip, sum }) => [zip, sum]));
    put("SHA256SUMS", withChecksums(tryRead(join(place, "SHA256SUMS"))?.toString(), sums));
    put(...archivesFile(version, archives));
    put(...indexFile(readdirSync(place)));
    return { source, replaced };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function readManifest(folder: string): Manifest {
  const file = join(folder, "manifest.json");
  const manifest = tryReadManifest(file);
  if (manifest) return manifest;
  throw new Error(
    `no provider bundle: ${file} or its zip is missing; install the package anew, in a checkout run \`npm run build\``,
  );
}

const tryRead = (file: string): Buffer | undefined =>
  statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
