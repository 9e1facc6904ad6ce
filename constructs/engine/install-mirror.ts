import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { zipName } from "../../provider/build/zip-name";
import { tryRead } from "../try-read";
import { lockProvider } from "./dependency-lock";
import type { ProviderBundle } from "./provider-bundle";

/**
 * Puts the provider where Terraform looks first, under the stack's own working folder, and into the stack's lock file:
 * no flag, no environment variable and no registry is needed then. Does nothing to what is there already.
 *
 * Source: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export function installMirror(bundle: ProviderBundle, workingFolder: string): void {
  const mirror = join(workingFolder, "terraform.d/plugins", bundle.source);
  mkdirSync(mirror, { recursive: true });
  // The plan that Terraform writes beside it holds whatever is secret in it.
  chmodSync(workingFolder, 0o700);
  const zip = zipName(bundle);
  for (const name of readdirSync(mirror)) {
    if (name.startsWith("terraform-provider-") && name !== zip) rmSync(join(mirror, name), { force: true });
  }
  copyWhole(join(bundle.folder, bundle.zip), join(mirror, zip));

  const lockFile = join(workingFolder, ".terraform.lock.hcl");
  const before = tryRead(lockFile) ?? "";
  const after = lockProvider(before, bundle);
  if (after !== before) writeFileSync(lockFile, after);
}

/** Copies under another name first: an interrupted copy never has the name that counts. */
function copyWhole(from: string, to: string): void {
  if (existsSync(to)) return;
  const part = `${to}.${process.pid}.part`;
  copyFileSync(from, part);
  renameSync(part, to);
}
