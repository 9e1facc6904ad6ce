import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DockerContainer } from "../bindings/docker-container";
import { required } from "../required";
import { type ContainerProps, containerConfig } from "./container-props";

export interface RunOnceProps extends ContainerProps {
  /**
   * Exit code that counts as success. Another one is an apply error that shows the log, and the next deploy runs the
   * container again.
   * @default 0
   */
  readonly exitCode?: number;
}

/**
 * A container that runs one command to its end, like `docker container run`, and keeps what it printed.
 *
 * @throws ConstructError `prop-missing`
 */
export class RunOnce extends Construct implements ITerraformDependable {
  readonly resource: DockerContainer;
  readonly containerName: string;

  constructor(scope: Construct, id: string, asked: RunOnceProps) {
    super(scope, id);
    const { exitCode = 0, ...props } = required(this, asked, "image");
    const config = containerConfig(this, props);
    this.containerName = config.name;
    this.resource = new DockerContainer(this, "Resource", {
      ...config,
      attach: true,
      logs: true,
      mustRun: false,
      expectedExitCode: exitCode,
    });
  }

  /** What the command printed, standard output and error together. */
  get output(): string {
    return this.resource.containerLogs;
  }

  get fqn(): string {
    return this.resource.fqn;
  }
}
