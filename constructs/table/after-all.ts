import { Aspects, dependable, type TerraformDataSource, TerraformResource, TerraformStack } from "cdktf";

/**
 * Makes `reader` wait for every resource of `types` in its stack, declared before it or after: what it reads is what
 * the deploy leaves. Terraform would read it at plan, before anything is made.
 */
export function readAfterAll(reader: TerraformDataSource, types: readonly string[]): void {
  Aspects.of(reader).add({
    visit: () => {
      reader.dependsOn = TerraformStack.of(reader)
        .node.findAll()
        .filter(TerraformResource.isTerraformResource)
        .filter(({ terraformResourceType }) => types.includes(terraformResourceType))
        .map(dependable);
    },
  });
}
