import { join, relative } from "node:path";
import { App, Fn, ref, TerraformStack, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { markTokens } from "./tokens";

/**
 * A path of this machine, told from where Terraform works: a synthesized stack names no path of the machine that it was
 * synthesized on, and means the same files wherever the app's folder is moved to.
 */
export function pathFromStack(scope: IConstruct, absolute: string): string {
  const { outdir } = App.of(scope);
  const folder = join(outdir, "stacks", TerraformStack.of(scope).node.id);
  return markTokens(Fn.abspath(Fn.join("/", [Token.asString(ref("path.root")), relative(folder, absolute)])));
}
