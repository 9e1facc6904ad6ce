import { join } from "node:path";
import { DockerProvider, type DockerProviderConfig } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { sentence } from "../../problem";
import { bundleFolder } from "../../provider/build/bundle-folder";
import { throwProblems } from "../construct-error";
import { isAddress, tcpOf } from "./address";
import { installMirror } from "./install-mirror";
import { keepStatePrivate } from "./private-state";
import { engineProblem } from "./problems";
import { readProviderBundle } from "./provider-bundle";
import { needsOfOwnProvider } from "./provider-needs";

export interface DockerEngineProps extends DockerProviderConfig {
  /**
   * Address of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://[USER@]HOST`, or `container://NAME[,NAME…]` for the
   * engine inside a container.
   * @default - DOCKER_HOST, or the local socket
   */
  readonly host?: string;
  /**
   * Tells several engines of one stack apart; resources then take `provider: engine.provider`.
   * @default - none
   */
  readonly alias?: string;
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
 * Context `providerBundle`: folder of the provider's bundle; by default that of the package, or this checkout's `dist/provider`.
 *
 * The state that Terraform keeps in a file here, which may hold secrets, is its owner's alone.
 *
 * @throws ConstructError `bundle-missing`, `bundle-malformed`, `mixed-providers`, `engines-without-alias`, `engine-host`
 */
export class DockerEngine extends Construct {
  /** For resources that name their provider: needed where a stack has several engines, told apart by `alias`. */
  readonly provider: DockerProvider;
  /** Where the provider comes from. */
  readonly from: "own" | "registry";

  constructor(scope: Construct, id: string, { provider: from = "own", ...config }: DockerEngineProps = {}) {
    super(scope, id);
    this.from = from;
    checkEngine(this, from, config);
    this.provider = new DockerProvider(this, "Resource", config);

    const stack = TerraformStack.of(this);
    if (from === "registry") {
      this.node.addValidation({ validate: () => needsOfOwnProvider(stack).map(sentence) });
      return;
    }
    const bundle = readProviderBundle(this.node.tryGetContext("providerBundle") ?? bundleFolder);
    stack.addOverride("terraform.required_providers.docker", { source: bundle.source, version: bundle.version });
    const { synthesizer } = stack;
    stack.synthesizer = {
      synthesize(session) {
        synthesizer.synthesize(session);
        const { workingDirectory, synthesizedStackPath } = session.manifest.forStack(stack);
        const workingFolder = join(session.outdir, workingDirectory);
        const file = join(session.outdir, synthesizedStackPath);
        keepStatePrivate({ file, toTerraform: () => stack.toTerraform() }, workingFolder);
        installMirror(bundle, workingFolder);
      },
    };
  }
}

/** What is wrong with an engine beside those that its stack has. */
function checkEngine(engine: DockerEngine, from: DockerEngine["from"], { alias, host }: DockerProviderConfig): void {
  const stack = TerraformStack.of(engine);
  const others = stack.node
    .findAll()
    .filter((node): node is DockerEngine => node instanceof DockerEngine && node !== engine);
  const { path } = engine.node;
  const problems = [
    ...(others.some((other) => other.from !== from)
      ? [engineProblem("mixed-providers", { stack: stack.node.path })]
      : []),
    ...(alias === undefined && others.some(({ provider }) => provider.alias === undefined)
      ? [engineProblem("engines-without-alias", { stack: stack.node.path, path })]
      : []),
    ...(from === "registry" || isAddress(host)
      ? []
      : [engineProblem("engine-host", { path, host: host!, meant: tcpOf(host!) })]),
  ];
  throwProblems(problems);
}
