import { join } from "node:path";
import { DockerProvider, type DockerProviderConfig } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { ConstructError } from "../construct-error";
import { layProvider } from "./lay-provider";
import { engineProblem } from "./problems";
import { bundleFolder, readProviderBundle } from "./provider-bundle";
import { needsOfOwnProvider } from "./provider-needs";

export interface DockerEngineProps extends DockerProviderConfig {
  /**
   * `own`: docker-stages' provider, laid beside the synthesized stack. `registry`: kreuzwerker/docker from the Terraform
   * registry, for stacks that use none of what docker-stages adds.
   * @default "own"
   */
  readonly provider?: "own" | "registry";
}

/**
 * The Docker engine that a stack's resources are made on, and the Terraform provider that makes them. `host` is the
 * engine's address (`unix://`, `tcp://`, `ssh://`, `container://`), DOCKER_HOST or the local socket by default.
 *
 * Context `providerBundle`: folder of the provider's bundle, this checkout's `dist/provider` by default.
 *
 * @throws ConstructError `bundle-missing`, `bundle-malformed`, `mixed-providers`
 */
export class DockerEngine extends Construct {
  /** For resources that name their provider: needed where a stack has several engines, told apart by `alias`. */
  readonly provider: DockerProvider;
  /** Where the provider comes from. */
  readonly from: "own" | "registry";

  constructor(scope: Construct, id: string, { provider: from = "own", ...config }: DockerEngineProps = {}) {
    super(scope, id);
    this.from = from;
    this.provider = new DockerProvider(this, "Resource", config);

    const stack = TerraformStack.of(this);
    if (stack.node.findAll().some((other) => other instanceof DockerEngine && other.from !== from)) {
      throw new ConstructError(engineProblem("mixed-providers", { stack: stack.node.path }));
    }

    if (from === "registry") {
      this.node.addValidation({ validate: () => needsOfOwnProvider(stack).map(({ message }) => message) });
      return;
    }
    const bundle = readProviderBundle(this.node.tryGetContext("providerBundle") ?? bundleFolder);
    stack.addOverride("terraform.required_providers.docker", { source: bundle.source, version: bundle.version });
    const { synthesizer } = stack;
    stack.synthesizer = {
      synthesize(session) {
        synthesizer.synthesize(session);
        layProvider(bundle, join(session.outdir, session.manifest.forStack(stack).workingDirectory));
      },
    };
  }
}
