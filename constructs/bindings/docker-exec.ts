// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerExecConfig extends cdktf.TerraformMetaArguments {
  /** Name or id of the container, which must be running. */
  readonly container: string;
  /** Command and arguments. No shell is involved: `["sh", "-c", "…"]` brings one. */
  readonly command: string[];
  /** Environment variables beside the container's own. Default: none. */
  readonly environment?: { [key: string]: string };
  /** `user[:group]`, names or ids. Default: the container's. */
  readonly user?: string;
  /** Folder that the command runs in. Default: the container's. */
  readonly workingDir?: string;
  /** Run it with every capability. Default: false. */
  readonly privileged?: boolean | cdktf.IResolvable;
  /** What the command reads. Default: nothing. */
  readonly stdin?: string;
  /** Any values whose change runs the command again. Default: none. */
  readonly triggers?: { [key: string]: string };
  /** Exit code that counts as success. Another one is an error, and the next apply runs the command again. @default 0 */
  readonly expectedExitCode?: number;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_exec`: A command that ran once in a running container, and what it printed. It runs again when anything of it changes. An import, by the container's name, takes it to have run there already. */
export class DockerExec extends cdktf.TerraformResource {
  static readonly tfResourceType = "docker_exec";

  private readonly given: Writable<DockerExecConfig>;

  static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "docker_exec", importId: importFromId, provider });
  }

  constructor(scope: Construct, id: string, config: DockerExecConfig) {
    super(scope, id, {
      terraformResourceType: "docker_exec",
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

  get container(): string { return this.getStringAttribute("container"); }
  set container(value: string) { this.given.container = value; }
  get containerInput(): string | undefined { return this.given.container; }

  get command(): string[] { return this.getListAttribute("command"); }
  set command(value: string[]) { this.given.command = value; }
  get commandInput(): string[] | undefined { return this.given.command; }

  get environment(): { [key: string]: string } { return this.getStringMapAttribute("environment"); }
  set environment(value: { [key: string]: string }) { this.given.environment = value; }
  resetEnvironment(): void { this.given.environment = undefined; }
  get environmentInput(): { [key: string]: string } | undefined { return this.given.environment; }

  get user(): string { return this.getStringAttribute("user"); }
  set user(value: string) { this.given.user = value; }
  resetUser(): void { this.given.user = undefined; }
  get userInput(): string | undefined { return this.given.user; }

  get workingDir(): string { return this.getStringAttribute("working_dir"); }
  set workingDir(value: string) { this.given.workingDir = value; }
  resetWorkingDir(): void { this.given.workingDir = undefined; }
  get workingDirInput(): string | undefined { return this.given.workingDir; }

  get privileged(): cdktf.IResolvable { return this.getBooleanAttribute("privileged"); }
  set privileged(value: boolean | cdktf.IResolvable) { this.given.privileged = value; }
  resetPrivileged(): void { this.given.privileged = undefined; }
  get privilegedInput(): boolean | cdktf.IResolvable | undefined { return this.given.privileged; }

  get stdin(): string { return this.getStringAttribute("stdin"); }
  set stdin(value: string) { this.given.stdin = value; }
  resetStdin(): void { this.given.stdin = undefined; }
  get stdinInput(): string | undefined { return this.given.stdin; }

  get triggers(): { [key: string]: string } { return this.getStringMapAttribute("triggers"); }
  set triggers(value: { [key: string]: string }) { this.given.triggers = value; }
  resetTriggers(): void { this.given.triggers = undefined; }
  get triggersInput(): { [key: string]: string } | undefined { return this.given.triggers; }

  get expectedExitCode(): number { return this.getNumberAttribute("expected_exit_code"); }
  set expectedExitCode(value: number) { this.given.expectedExitCode = value; }
  resetExpectedExitCode(): void { this.given.expectedExitCode = undefined; }
  get expectedExitCodeInput(): number | undefined { return this.given.expectedExitCode; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** An id of this run. */
  get id(): string { return this.getStringAttribute("id"); }

  /** Id of the container that it ran in: in another one of the same name it runs again. */
  get containerId(): string { return this.getStringAttribute("container_id"); }

  /** What it printed on standard output. */
  get stdout(): string { return this.getStringAttribute("stdout"); }

  /** What it printed on standard error. */
  get stderr(): string { return this.getStringAttribute("stderr"); }

  /** Both, in the order in which the engine tells them: what is printed on the two at one moment may change places. */
  get output(): string { return this.getStringAttribute("output"); }

  /** Its exit code. */
  get exitCode(): number { return this.getNumberAttribute("exit_code"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  container: "string",
  command: ["list", "string"],
  environment: ["map", "string"],
  user: "string",
  working_dir: "string",
  privileged: "bool",
  stdin: "string",
  triggers: ["map", "string"],
  expected_exit_code: "number",
  engine: "string",
};
