// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerRegistryImageTagsConfig extends cdktf.TerraformMetaArguments {
  /** Name of the image, `registry.example.com/app`; a tag is of no account. */
  readonly name: string;
  /** Take the registry for who it says it is, and without TLS where it speaks none. @default false */
  readonly insecureSkipVerify?: boolean | cdktf.IResolvable;
  /** Tell only tags that are semantic versions, `1.2.3`, of releases: none of `1.2`, `v1.2.3`, `1.2.3-rc.1`. @default false */
  readonly strictSemver?: boolean | cdktf.IResolvable;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** `docker_registry_image_tags`: The tags of an image in a registry. */
export class DataDockerRegistryImageTags extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_registry_image_tags";

  private readonly given: Writable<DataDockerRegistryImageTagsConfig>;

  constructor(scope: Construct, id: string, config: DataDockerRegistryImageTagsConfig) {
    super(scope, id, {
      terraformResourceType: "docker_registry_image_tags",
      terraformGeneratorMetadata: { providerName: "docker" },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach,
    });
    this.given = { ...config };
  }

  get name(): string { return this.getStringAttribute("name"); }
  set name(value: string) { this.given.name = value; }
  get nameInput(): string | undefined { return this.given.name; }

  get insecureSkipVerify(): cdktf.IResolvable { return this.getBooleanAttribute("insecure_skip_verify"); }
  set insecureSkipVerify(value: boolean | cdktf.IResolvable) { this.given.insecureSkipVerify = value; }
  resetInsecureSkipVerify(): void { this.given.insecureSkipVerify = undefined; }
  get insecureSkipVerifyInput(): boolean | cdktf.IResolvable | undefined { return this.given.insecureSkipVerify; }

  get strictSemver(): cdktf.IResolvable { return this.getBooleanAttribute("strict_semver"); }
  set strictSemver(value: boolean | cdktf.IResolvable) { this.given.strictSemver = value; }
  resetStrictSemver(): void { this.given.strictSemver = undefined; }
  get strictSemverInput(): boolean | cdktf.IResolvable | undefined { return this.given.strictSemver; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** The name. */
  get id(): string { return this.getStringAttribute("id"); }

  /** Every tag that the registry has of it, in the order of their letters. */
  get tags(): string[] { return this.getListAttribute("tags"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  name: "string",
  insecure_skip_verify: "bool",
  strict_semver: "bool",
  engine: "string",
};
