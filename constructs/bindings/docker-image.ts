// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/image";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

/** Build the image in place of pulling it. It is built anew when any of this changes, or what it is built from. */
export interface DockerImageBuild extends community.ImageBuild {
  /** What steps may ask for signatures by `RUN --mount=type=ssh` (BuildKit): `default` is the agent of SSH_AUTH_SOCK, `ID=SOCKET` another one, `ID=KEYFILE[,KEYFILE]` private keys without a passphrase. No key reaches the engine. A change builds nothing. */
  readonly ssh?: string[];
  /** Stages whose steps are run whatever earlier builds left, by name (BuildKit); with `no_cache` all are. */
  readonly noCacheFilter?: string[];
  /** Where the steps are kept for other builds (BuildKit): `type=inline` in the image itself; `type=registry,ref=NAME,mode=max` and `type=local,dest=FOLDER` where the engine's images are in containerd's store. A change builds nothing. */
  readonly cacheTo?: string[];
  /** More that the Dockerfile may copy from or begin with, `NAME=FOLDER`, `NAME=docker-image://IMAGE` or `NAME=URL` (BuildKit, Docker 23). What changes in such a folder builds the image anew. */
  readonly additionalContexts?: string[];
  /** Attest how the image was built (BuildKit, containerd's image store): `min`, `max` or `true` for all of it, build arguments included, or BuildKit's parameters with commas between, `mode=min,builder-id=NAME`. Default: `false`. */
  readonly provenance?: string;
  /** Attest what is in the image (BuildKit, containerd's image store): `generator=IMAGE` is the scanner, which the engine pulls, with `NAME=VALUE` for it behind commas (Docker 28); `true` is BuildKit's own, `docker/buildkit-syft-scanner:stable-1`. Default: `false`. */
  readonly sbom?: string;
}

export interface DockerImageConfig extends community.ImageConfig {
  /** Build the image in place of pulling it. It is built anew when any of this changes, or what it is built from. */
  readonly buildAttribute?: DockerImageBuild;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_image`: An image on an engine: built, or pulled where the engine does not have it. It is removed with the resource only if the resource brought it. */
export class DockerImage extends community.Image {
  private readonly added: Writable<Pick<DockerImageConfig, "buildAttribute" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerImageConfig) {
    super(scope, id, config);
    this.added = { buildAttribute: config.buildAttribute, engine: config.engine };
  }

  override putBuildAttribute(value: DockerImageBuild): void { super.putBuildAttribute(value); this.added.buildAttribute = value; }
  override resetBuildAttribute(): void { super.resetBuildAttribute(); this.added.buildAttribute = undefined; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.added.engine = value; }
  resetEngine(): void { this.added.engine = undefined; }
  get engineInput(): string | undefined { return this.added.engine; }

  /** Whether this resource pulled the image. Destroying the resource removes an image that it pulled or built; one that was there before stays, and so does one in use, until the last `docker_image` of its name is destroyed. */
  get pulled(): cdktf.IResolvable { return this.getBooleanAttribute("pulled"); }

  /** SHA-256 of what the image was built from: the Dockerfile and whatever of the context is not ignored. Another one builds the image anew. Empty for an image that was pulled, or whose context the engine fetched. */
  get contextDigest(): string { return this.getStringAttribute("context_digest"); }

  /** The steps of the build that made the image, as `docker build` shows them: a line each, with its time, and `CACHED` where an earlier build's was taken. Only that build knows them: empty for an image that was pulled or imported. */
  get buildSteps(): string { return this.getStringAttribute("build_steps"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.added, super.synthesizeAttributes());
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.added, super.synthesizeHclAttributes());
  }
}

const attributes: AttributeTypes = {
  build: { block: "one", known: true, of: {
    ssh: ["list", "string"],
    no_cache_filter: ["list", "string"],
    cache_to: ["list", "string"],
    additional_contexts: ["list", "string"],
    provenance: "string",
    sbom: "string",
  } },
  engine: "string",
};
