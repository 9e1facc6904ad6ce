import { Construct } from "constructs";
import { DataDockerContainerDiff, type DataDockerContainerDiffConfig } from "../bindings/data-docker-container-diff";
import { required } from "../required";

export interface ContainerDiffProps extends Omit<DataDockerContainerDiffConfig, "container"> {
  /** Container to look at, running or not. */
  readonly container: { readonly resource: { readonly id: string } };
}

/** What a container changed in its image's files, like `docker container diff`. */
export class ContainerDiff extends Construct {
  readonly data: DataDockerContainerDiff;

  constructor(scope: Construct, id: string, asked: ContainerDiffProps) {
    super(scope, id);
    const { container, ...props } = required(this, asked, "container");
    this.data = new DataDockerContainerDiff(this, "Resource", { ...props, container: container.resource.id });
  }

  /** A line a path: `A` added, `C` changed, `D` deleted. */
  get output(): string {
    return this.data.lines;
  }
}
