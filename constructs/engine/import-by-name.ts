import { Lazy, TerraformStack } from "cdktf";
import type { DockerElement } from "./docker-element";

interface Import {
  readonly to: string;
  readonly id: string;
}

/** The import blocks of a stack, which grow until it is synthesized. */
const blocks = new WeakMap<TerraformStack, Import[]>();

type OnEngine = DockerElement & { readonly engineInput?: string };

/**
 * Has Terraform take over what is there under a name, on the engine that the resource is on by the time of synthesis.
 * cdktf's own `importFrom` runs Terraform for each resource to ask for its version, and knows no id that is told later.
 *
 * @param name as the resource has it: dollars of its own are escaped
 */
export function importByName(resource: OnEngine, name: string): void {
  const stack = TerraformStack.of(resource);
  const others = blocks.get(stack);
  const all = others ?? [];
  if (!others) {
    blocks.set(stack, all);
    stack.addOverride("import", all);
  }
  all.push({
    to: later(() => `${resource.terraformResourceType}.${resource.friendlyUniqueId}`),
    id: later(() => (resource.engineInput === undefined ? name : `${resource.engineInput}|${name}`)),
  });
}

const later = (produce: () => string): string => Lazy.stringValue({ produce });
