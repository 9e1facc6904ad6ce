import { type TerraformMetaArguments, TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** The first version of Terraform that has it. */
const SINCE = ">= 1.4";

/** @see https://developer.hashicorp.com/terraform/language/resources/terraform-data */
export interface TerraformDataConfig extends TerraformMetaArguments {
  /** What is kept, and told as `output`. */
  readonly input: Readonly<Record<string, string>>;
}

/**
 * The resource `terraform_data`. cdktf's own class of it starts Terraform at each synth, to ask its version; here the
 * stack says which it needs.
 */
export class TerraformData extends TerraformResource {
  private readonly input: TerraformDataConfig["input"];

  constructor(scope: Construct, id: string, { input, ...meta }: TerraformDataConfig) {
    super(scope, id, { terraformResourceType: "terraform_data", ...meta });
    this.input = input;
    TerraformStack.of(this).addOverride("terraform.required_version", SINCE);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.input };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { input: { value: this.input, isBlock: false, type: "map", storageClassType: "stringMap" } };
  }
}
