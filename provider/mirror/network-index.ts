import type { Platform } from "../build/platform";

/*
 * What makes the folder a network mirror too, once a web server shows it: the files that `terraform providers mirror`
 * writes. Source: https://developer.hashicorp.com/terraform/internals/provider-network-mirror-protocol
 */

const INDEX = "index.json";

interface Archive extends Platform {
  /** Name of the zip beside it. */
  readonly zip: string;
  /** SHA-256 of the zip, in hexadecimal. */
  readonly sum: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** `VERSION.json`: the version's zips, by platform. */
export function archivesFile(version: string, archives: readonly Archive[]): readonly [name: string, text: string] {
  const entries = archives.map(({ os, arch, zip, sum }) => [`${os}_${arch}`, { hashes: [`zh:${sum}`], url: zip }]);
  return [`${version}.json`, json({ archives: Object.fromEntries(entries) })];
}

/** `index.json`: the versions that have such a file among `names`, the names in the folder. */
export function indexFile(names: readonly string[]): readonly [name: string, text: string] {
  const versions = names.filter((name) => name !== INDEX && /^\d+\.\d+\.\d.*\.json$/.test(name)).sort();
  return [INDEX, json({ versions: Object.fromEntries(versions.map((name) => [name.slice(0, -".json".length), {}])) })];
}
