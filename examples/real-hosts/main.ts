import { App, TerraformOutput, TerraformStack } from "cdktf";
import { ComposeStack, DockerEngine, NodeTable, SwarmCluster } from "docker-stages";

// Machines with a Docker engine, as ssh knows them: HOSTS="ssh://admin@10.0.0.1 ssh://admin@10.0.0.2"
const hosts = (process.env["HOSTS"] ?? "").split(/\s+/).filter(Boolean);

const app = new App();
const stack = new TerraformStack(app, "hosts");
new DockerEngine(stack, "docker");

const cluster = SwarmCluster.fromHosts(stack, "swarm", { hosts, managers: 1 });
ComposeStack.fromFile(stack, "stack", { file: "docker-stack.yml", name: "agents", engine: cluster });
new TerraformOutput(stack, "docker_node_ls", { value: new NodeTable(stack, "nodes", cluster).output, staticId: true });

app.synth();
