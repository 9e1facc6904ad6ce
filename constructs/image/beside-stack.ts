import { join } from "node:path";
import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/** Name of a construct that no other of its stack has, and that a file may be called by. */
export const fileName = (scope: IConstruct): string => scope.node.path.split("/").slice(1).join("-");

/** Has each synth lay something under a path beside the stack, where Terraform works. */
export function layBesideStack(scope: IConstruct, path: string, lay: (path: string) => void): string {
  const stack = TerraformStack.of(scope);
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize(session) {
      synthesizer.synthesize(session);
      lay(join(session.outdir, session.manifest.forStack(stack).workingDirectory, path));
    },
  };
  return path;
}
