import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DockerContainer } from "../bindings/docker-container";
import { type ContainerProps, containerConfig } from "./container-props";
import type { RunningContainer } from "./running-container";

export interface ShellProps extends ContainerProps {}

/**
 * A container with a terminal and an open standard input, like `docker container run -it`: its shell waits, and the
 * container stays up. Stopped by hand, it is started again by the next deploy, with what was written in it.
 */
export class Shell extends Construct implements RunningContainer, ITerraformDependable {
  readonly resource: DockerContainer;
  readonly containerName: string;

  constructor(scope: Construct, id: string, props: ShellProps) {
    super(scope, id);
    const config = containerConfig(this, props);
    this.containerName = config.name;
    this.resource = new DockerContainer(this, "Resource", { ...config, tty: true, stdinOpen: true, mustRun: true });
  }

  /** A shell that nobody types in prints nothing of note: what to do with it instead. */
  get output(): string {
    return `(stays up; docker container attach ${this.containerName})`;
  }

  get containerId(): string {
    return this.resource.id;
  }

  get fqn(): string {
    return this.resource.fqn;
  }
}
