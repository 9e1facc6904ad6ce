import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { PROGRAM, PROVIDER } from "../plugin/program";
import { zip } from "./archive";
import { bundle } from "./bundle";
import { writeAtomically } from "./files";
import { keptAnswers } from "./kept-answers";
import type { Manifest } from "./manifest";
import { contentVersion } from "./version";
import { executableOf } from "./zip-name";

export interface ProviderBuild {
  /** TypeScript file that exports what `serve` of provider/plugin gives. Absolute. */
  readonly entry: string;
  /** `HOST/NAMESPACE/TYPE`; the last part names the executable. */
  readonly source: string;
  /** Where the zip and `manifest.json` go; made if it is not there. Absolute. */
  readonly folder: string;
  /** Of the files that it is built from. @default none */
  readonly fingerprint?: string;
}

/** Every provider is started and served by the same few kilobytes. */
const LAUNCHER = join(__dirname, "../plugin/launcher.ts");
const SERVER = join(__dirname, "../plugin/server.ts");
/** Unpacked, the files lie below the user's own package.json, which may say "module". */
const MODULE_TYPE = Buffer.from('{ "type": "commonjs" }\n');
/** Zips of other builds stay this long: somebody may have read the manifest that names one and be about to copy it. */
const KEPT_MS = 3_600_000;

/**
 * Bundles a provider and packs it: the same zip for every platform.
 * Builds into one folder may run at once; whichever ends last wins, and the manifest never names a zip that is not there.
 */
export function buildProvider({ entry, source, folder, fingerprint }: ProviderBuild): Manifest {
  const executable = executableOf(source);
  const launcher = bundle(LAUNCHER, "#!/usr/bin/env node");
  const program = bundle(SERVER);
  const provider = bundle(entry);
  const version = contentVersion([launcher, program, provider, MODULE_TYPE]);
  const name = `${executable}_${version}.zip`;
  const manifest: Manifest = { version, zip: name, source, ...(fingerprint && { fingerprint }) };
  const content = zip([
    { name: `${executable}_v${version}`, content: launcher, executable: true },
    { name: PROGRAM, content: program },
    { name: PROVIDER, content: provider },
    ...keptAnswers(provider),
    { name: "package.json", content: MODULE_TYPE },
  ]);
  mkdirSync(folder, { recursive: true });
  writeAtomically(join(folder, name), content);
  writeAtomically(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  removeOldZips(folder, name);
  return manifest;
}

function removeOldZips(folder: string, current: string): void {
  for (const name of readdirSync(folder)) {
    if (name === current || !name.startsWith("terraform-provider-")) continue;
    const file = join(folder, name);
    // `throwIfNoEntry`: another build may be removing it too.
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > KEPT_MS) rmSync(file, { force: true });
  }
}
