import { TerraformVariable, type TerraformVariableConfig } from "cdktf";
import type { Construct } from "constructs";

/**
 * A variable whose value Terraform keeps in no plan and no state: each run is given it, as `TF_VAR_NAME`. It goes where
 * Terraform takes what is ephemeral: into provider blocks and write-only arguments. Needs Terraform 1.10.
 */
export class EphemeralVariable extends TerraformVariable {
  constructor(scope: Construct, id: string, config: Omit<TerraformVariableConfig, "default"> = {}) {
    super(scope, id, { type: "string", sensitive: true, ...config });
    this.addOverride("ephemeral", true);
  }
}
