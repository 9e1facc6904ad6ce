import { chmodSync, closeSync, openSync } from "node:fs";
import type { TerraformStack } from "cdktf";

/**
 * Keeps a stack's state its owner's alone, where it is a file of this machine: it may hold secrets, join tokens for
 * instance. Terraform makes it readable by all, but keeps the mode of a file that exists, and takes an empty one for none.
 */
export function keepStatePrivate(stack: TerraformStack): void {
  const state = localState(stack);
  if (state === undefined) return;
  for (const file of [state, `${state}.backup`]) {
    closeSync(openSync(file, "a", 0o600));
    chmodSync(file, 0o600);
  }
}

/** Path of the file that the `local` backend keeps, which is cdktf's own choice where a stack names none. */
const localState = (stack: TerraformStack): string | undefined =>
  (stack.toTerraform() as { terraform?: { backend?: { local?: { path?: string } } } }).terraform?.backend?.local?.path;
