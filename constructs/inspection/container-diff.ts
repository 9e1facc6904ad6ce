import { dependable } from "cdktf";
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

  /**
   * The lines whose paths have `text` in them, and under these how many more there are of each folder: of an installation
   * the package manager's own files are most. What is in a folder that was added is counted there.
   */
  about(text: string): { readonly output: string } {
    const changes = `${dependable(this.data)}.changes`;
    const isAbout = `length(split(${JSON.stringify(text)}, change.path)) > 1`;
    const added = `[for each in ${changes} : each.path if each.kind == "A"]`;
    const inside = `length([for each in ${changes} : each if substr(each.path, 0, length(change.path) + 1) == "\${change.path}/"])`;
    const line = `"\${change.kind} \${change.path}\${change.kind == "A" && ${inside} > 0 ? " (and \${${inside}} in it)" : ""}"`;
    const told = `[for change in ${changes} : ${line} if ${isAbout} && !contains(${added}, dirname(change.path))]`;
    const folders = `{ for change in ${changes} : join("/", slice(split("/", change.path), 0, 2)) => change... if !(${isAbout}) }`;
    const counted = `[for folder, others in ${folders} : "  \${folder}: \${length(others)} more"]`;
    return { output: `\${join("\\n", concat(${told}, ${counted}))}` };
  }
}
