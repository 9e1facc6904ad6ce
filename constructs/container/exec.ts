import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DockerExec, type DockerExecConfig } from "../bindings/docker-exec";
import { required } from "../required";
import type { RunningContainer } from "./running-container";

export interface ExecProps extends Omit<DockerExecConfig, "container" | "expectedExitCode"> {
  /** Container to run the command in: a Shell, or any object with the `containerId` of a running one. */
  readonly container: RunningContainer;
  /** Exit code that counts as success; another one is an apply error that shows the output. @default 0 */
  readonly exitCode?: number;
}

/**
 * A command run in a running container, like `docker container exec`, and what it printed. It runs once, and again when
 * its arguments, its triggers or the container change.
 */
export class Exec extends Construct implements ITerraformDependable {
  readonly resource: DockerExec;

  constructor(scope: Construct, id: string, asked: ExecProps) {
    super(scope, id);
    const { container, exitCode, ...props } = required(this, asked, "container", "command");
    this.resource = new DockerExec(this, "Resource", {
      ...props,
      container: container.containerId,
      expectedExitCode: exitCode,
    });
  }

  /** What the command printed, standard output and error together. */
  get output(): string {
    return this.resource.output;
  }

  get fqn(): string {
    return this.resource.fqn;
  }
}
