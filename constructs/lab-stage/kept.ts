import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Printed } from "./step";
import { TerraformData } from "./terraform-data";

/**
 * What something printed as it was at this moment of the first deploy: later ones read it anew and keep this. What is to
 * come after that moment depends on it.
 */
export class Kept extends Construct implements ITerraformDependable, Printed {
  private readonly resource: TerraformData;

  constructor(scope: Construct, id: string, printed: Printed) {
    super(scope, id);
    this.resource = new TerraformData(this, "Resource", {
      input: { text: printed.output },
      lifecycle: { ignoreChanges: ["input"] },
    });
  }

  get output(): string {
    return `\${${dependable(this.resource)}.output.text}`;
  }

  get fqn(): string {
    return this.resource.fqn;
  }
}
