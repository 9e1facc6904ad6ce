import type { Construct } from "constructs";
import { DockerResource, type DockerResourceConfig } from "./docker-resource";

export interface DockerExecConfig extends DockerResourceConfig {
  /** Name or id of a running container. An id runs the command again in a container that took its place. */
  readonly container: string;
  /** Command and arguments. No shell is put around it. */
  readonly command: string[];
  /** Environment variables, added to the container's. @default - none */
  readonly environment?: Record<string, string>;
  /** `USER[:GROUP]`, names or numbers. @default - the container's */
  readonly user?: string;
  /** Absolute path inside the container. @default - the container's */
  readonly workingDir?: string;
  /** What the command reads on its standard input. @default - nothing */
  readonly stdin?: string;
  /** With all capabilities. @default false */
  readonly privileged?: boolean;
  /** Exit code that counts as success; another one is an apply error that shows the output. @default 0 */
  readonly expectedExitCode?: number;
  /** Values whose change runs the command again. @default - none */
  readonly triggers?: Record<string, string>;
}

/**
 * `docker_exec`: a command run in a running container, like `docker container exec`. Any change runs it again; destroy
 * forgets what it printed.
 */
export class DockerExec extends DockerResource {
  static readonly tfResourceType = "docker_exec";

  constructor(scope: Construct, id: string, config: DockerExecConfig) {
    super(scope, id, DockerExec.tfResourceType, config);
  }

  /** Id of the container that it ran in. */
  get containerId(): string {
    return this.getStringAttribute("container_id");
  }

  get stdout(): string {
    return this.getStringAttribute("stdout");
  }

  get stderr(): string {
    return this.getStringAttribute("stderr");
  }

  /** Standard output and error together, in the order in which they came. */
  get output(): string {
    return this.getStringAttribute("output");
  }

  get exitCode(): number {
    return this.getNumberAttribute("exit_code");
  }
}
