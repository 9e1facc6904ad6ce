import { chmodSync, closeSync, openSync } from "node:fs";
import { join } from "node:path";

/**
 * Keeps a stack's state its owner's alone: it may hold secrets, join tokens for instance. Terraform makes it readable
 * by all, but keeps the mode of a file that exists, and takes an empty one for none.
 *
 * @param folder where cdktf has Terraform keep states: the one that the app runs in
 */
export function keepStatePrivate(stack: string, folder = process.cwd()): void {
  const state = join(folder, `terraform.${stack}.tfstate`);
  for (const file of [state, `${state}.backup`]) {
    closeSync(openSync(file, "a", 0o600));
    chmodSync(file, 0o600);
  }
}
