// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/registry-image";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";
import { DockerRegistryImageBuildOutputReference, DockerRegistryImageTimeoutsOutputReference, type DockerRegistryImageBuild, type DockerRegistryImageConfig, type DockerRegistryImageTimeouts } from "./docker-registry-image-blocks";

export type { DockerRegistryImageConfig } from "./docker-registry-image-blocks";

/** `docker_registry_image`: An image in a registry, pushed from the engine like `docker image push`. */
export class DockerRegistryImage extends community.RegistryImage {
  private readonly added: Writable<Pick<DockerRegistryImageConfig, "throughEngine" | "buildAttribute" | "timeouts" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerRegistryImageConfig) {
    super(scope, id, config);
    this.added = { throughEngine: config.throughEngine, buildAttribute: config.buildAttribute, timeouts: config.timeouts, engine: config.engine };
  }

  get throughEngine(): cdktf.IResolvable { return this.getBooleanAttribute("through_engine"); }
  set throughEngine(value: boolean | cdktf.IResolvable) { this.added.throughEngine = value; }
  resetThroughEngine(): void { this.added.throughEngine = undefined; }
  get throughEngineInput(): boolean | cdktf.IResolvable | undefined { return this.added.throughEngine; }

  get buildAttribute(): DockerRegistryImageBuildOutputReference { return new DockerRegistryImageBuildOutputReference(this, "build", false, 0); }
  putBuildAttribute(value: DockerRegistryImageBuild): void { this.added.buildAttribute = value; }
  resetBuildAttribute(): void { this.added.buildAttribute = undefined; }
  get buildAttributeInput(): DockerRegistryImageBuild | undefined { return this.added.buildAttribute; }

  get timeouts(): DockerRegistryImageTimeoutsOutputReference { return new DockerRegistryImageTimeoutsOutputReference(this, "timeouts", false, 0); }
  putTimeouts(value: DockerRegistryImageTimeouts): void { this.added.timeouts = value; }
  resetTimeouts(): void { this.added.timeouts = undefined; }
  get timeoutsInput(): DockerRegistryImageTimeouts | undefined { return this.added.timeouts; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.added.engine = value; }
  resetEngine(): void { this.added.engine = undefined; }
  get engineInput(): string | undefined { return this.added.engine; }

  /** SHA-256 of what the image was built from, as of `docker_image`. Empty without `build`, or where the engine fetched the context. */
  get contextDigest(): string { return this.getStringAttribute("context_digest"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.added, super.synthesizeAttributes());
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.added, super.synthesizeHclAttributes());
  }
}

const attributes: AttributeTypes = {
  through_engine: "bool",
  build: { block: "one", of: {
    context: "string",
    dockerfile: "string",
    remote_context: "string",
    target: "string",
    build_args: ["map", "string"],
    labels: ["map", "string"],
    label: ["map", "string"],
    platform: "string",
    secrets: { block: "list", of: {
      id: "string",
      env: "string",
      src: "string",
    } },
    ssh: ["list", "string"],
    auth_config: { block: "list", of: {
      host_name: "string",
      user_name: "string",
      password: "string",
      auth: "string",
      email: "string",
      server_address: "string",
      identity_token: "string",
      registry_token: "string",
    } },
    version: "string",
    builder: "string",
    build_log_file: "string",
    no_cache: "bool",
    no_cache_filter: ["list", "string"],
    pull_parent: "bool",
    cache_from: ["list", "string"],
    cache_to: ["list", "string"],
    additional_contexts: ["list", "string"],
    provenance: "string",
    sbom: "string",
    network_mode: "string",
    extra_hosts: ["list", "string"],
    shm_size: "number",
    ulimit: { block: "list", of: {
      name: "string",
      hard: "number",
      soft: "number",
    } },
    cgroup_parent: "string",
    security_opt: ["list", "string"],
    isolation: "string",
    memory: "number",
    memory_swap: "number",
    cpu_period: "number",
    cpu_quota: "number",
    cpu_shares: "number",
    cpu_set_cpus: "string",
    cpu_set_mems: "string",
    remove: "bool",
    force_remove: "bool",
    squash: "bool",
    suppress_output: "bool",
    build_id: "string",
    session_id: "string",
  } },
  timeouts: { block: "one", of: {
    create: "string",
    update: "string",
    delete: "string",
  } },
  engine: "string",
};
