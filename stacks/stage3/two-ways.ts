import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Construct } from "constructs";
import { ComposeProject, ComposeStack, ContainerTable, type SwarmCluster, TaskTable } from "../../index";

const FILE = join(__dirname, "compose.yml");

export interface TwoWaysProps {
  /** Name of the project on this engine, and of the stack on the swarm. */
  readonly project: string;
  readonly stack: string;
  readonly cluster: SwarmCluster;
}

/** One Compose file, on one engine and on a swarm. */
export class TwoWays extends Construct {
  /** The file itself. */
  readonly text = readFileSync(FILE, "utf8").trimEnd();
  /** Its path from where the app runs. */
  readonly path = relative(process.cwd(), FILE);
  readonly up: { readonly output: string };
  readonly containers: ContainerTable;
  readonly deploy: { readonly output: string };
  readonly tasks: TaskTable;

  constructor(scope: Construct, id: string, { project: name, stack: stackName, cluster }: TwoWaysProps) {
    super(scope, id);
    const project = ComposeProject.fromFile(this, "project", { file: FILE, envFiles: [], name });
    const stack = ComposeStack.fromFile(this, "stack", { file: FILE, envFiles: [], name: stackName, engine: cluster });
    const containers = Object.values(project.containers).flat();
    this.up = {
      output: [
        ...Object.values(project.networks).map(({ name }) => ` Network ${name}  Created`),
        ...containers.map(({ name }) => ` Container ${name}  Started`),
      ].join("\n"),
    };
    this.containers = new ContainerTable(this, "containers", {
      labels: { "com.docker.compose.project": name },
      dependsOn: containers,
    });
    this.deploy = {
      output: [
        ...Object.values(stack.networks).map(({ name }) => `Creating network ${name}`),
        ...Object.values(stack.services).map(({ name }) => `Creating service ${name}`),
      ].join("\n"),
    };
    this.tasks = new TaskTable(this, "tasks", {
      engine: cluster.engine,
      stack: stackName,
      dependsOn: Object.values(stack.services),
    });
  }
}
