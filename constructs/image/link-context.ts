import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * A path that leads to the folder from where Terraform works: a link that each synth lays beside the stack. So the
 * synthesized stack names no path of this machine, and nothing is copied, however large the folder is.
 */
export function linkContext(scope: IConstruct, folder: string): string {
  const stack = TerraformStack.of(scope);
  const link = join("contexts", scope.node.path.split("/").slice(1).join("-"));
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize(session) {
      synthesizer.synthesize(session);
      layLink(resolve(folder), join(session.outdir, session.manifest.forStack(stack).workingDirectory, link));
    },
  };
  return link;
}

function layLink(target: string, link: string): void {
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link, "dir");
}
