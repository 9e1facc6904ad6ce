import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TerraformStack, Testing } from "cdktf";

/**
 * Writes what a stack is synthesized to into the folder that Terraform works in, whose own state it is given. Paths that
 * the stack tells from `stacks/NAME/` are from the folder itself here.
 */
export function writeSynthesized(stack: TerraformStack, folder: string): void {
  const { terraform: block, ...rest } = JSON.parse(Testing.synth(stack));
  const { backend: _, ...kept } = block;
  const text = JSON.stringify({ ...rest, terraform: kept }).replaceAll('path.root, \\"../../', 'path.root, \\"');
  writeFileSync(join(folder, "cdk.tf.json"), text);
}
