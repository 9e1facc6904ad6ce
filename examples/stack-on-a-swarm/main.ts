import { App, TerraformOutput, TerraformStack } from "cdktf";
import { ComposeStack, DockerEngine, ServiceTable, SwarmCluster } from "docker-stages";

const app = new App();
const stack = new TerraformStack(app, "counter");
new DockerEngine(stack, "docker");

// One manager and two workers, each a container on this machine's engine.
const cluster = new SwarmCluster(stack, "swarm", { managers: 1, workers: 2 });
ComposeStack.fromFile(stack, "stack", { file: "docker-stack.yml", name: "counter", engine: cluster });

const services = cluster.place(new ServiceTable(stack, "services", { stack: "counter" }));
new TerraformOutput(stack, "docker_stack_services", { value: services.output, staticId: true });

app.synth();
