import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { sentence } from "../../problem";
import { engineProblem } from "./problems";

const expecting = new WeakSet<TerraformStack>();

/** Has the synthesis of the construct's stack fail, in words that help, where the stack names no engine by then. */
export function expectEngine(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  if (expecting.has(stack)) return;
  expecting.add(stack);
  stack.node.addValidation({
    validate: () =>
      stack.node.findAll().some((node) => node instanceof DockerProvider)
        ? []
        : [sentence(engineProblem("engine-none", { stack: stack.node.path }))],
  });
}
