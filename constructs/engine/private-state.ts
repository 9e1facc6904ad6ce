import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { TerraformStack } from "cdktf";

/**
 * Keeps a stack's state its owner's alone, where it is a file of this machine: it may hold secrets, join tokens for
 * instance. Terraform makes it readable by all, but keeps the mode of a file that exists, and takes an empty one for none.
 *
 * @param workingFolder where Terraform runs, from which it takes a relative path
 */
export function keepStatePrivate(stack: TerraformStack, workingFolder: string): void {
  const path = localState(stack);
  if (path === undefined) return;
  const state = resolve(workingFolder, path);
  mkdirSync(dirname(state), { recursive: true });
  for (const file of [state, `${state}.backup`]) {
    closeSync(openSync(file, "a", 0o600));
    chmodSync(file, 0o600);
  }
}

/** Path of the file that the `local` backend keeps, which is cdktf's own choice where a stack names none. */
const localState = (stack: TerraformStack): string | undefined =>
  (stack.toTerraform() as { terraform?: { backend?: { local?: { path?: string } } } }).terraform?.backend?.local?.path;
