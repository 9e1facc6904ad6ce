import { chmodSync, closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Keeps a stack's state its owner's alone, where it is a file of this machine: it may hold secrets, join tokens for
 * instance. Terraform makes it readable by all, but keeps the mode of a file that exists, and takes an empty one for none.
 *
 * @param stack what was synthesized of it
 * @param workingFolder where Terraform runs, from which it takes a relative path
 */
export function keepStatePrivate(stack: SynthesizedStack, workingFolder: string): void {
  const path = localState(stack);
  if (path === undefined) return;
  const state = resolve(workingFolder, path);
  mkdirSync(dirname(state), { recursive: true });
  for (const file of [state, `${state}.backup`]) {
    closeSync(openSync(file, "a", 0o600));
    chmodSync(file, 0o600);
  }
}

interface SynthesizedStack {
  /** What Terraform reads: JSON, or HCL where cdktf was told so. */
  readonly file: string;
  toTerraform(): unknown;
}

/** Path of the file that the `local` backend keeps, which is cdktf's own choice where a stack names none. */
function localState({ file, toTerraform }: SynthesizedStack): string | undefined {
  // To have cdktf make the stack a second time takes a tenth of a second.
  const content = file.endsWith(".json") ? JSON.parse(readFileSync(file, "utf8")) : toTerraform();
  return (content as { terraform?: { backend?: { local?: { path?: string } } } }).terraform?.backend?.local?.path;
}
