import { App, TerraformOutput, TerraformStack } from "cdktf";
import { BuiltImage, ComposeStack, DockerEngine, DockerService, SwarmCluster } from "docker-stages";

const app = new App();
const stack = new TerraformStack(app, "greetings");
new DockerEngine(stack, "docker");
const cluster = new SwarmCluster(stack, "swarm", { managers: 1, workers: 2 });

// What has `build` in the file is built on the first node, and pushed to where all nodes pull it from.
ComposeStack.fromFile(stack, "stack", { file: "docker-stack.yml", name: "greetings", engine: cluster });

// The same of an image and a service in code.
const image = cluster.push(new BuiltImage(stack, "greeter", { name: "greeter", context: "greeter" }));
cluster.place(
  new DockerService(stack, "everywhere", {
    name: "everywhere",
    mode: { global: true },
    taskSpec: { containerSpec: { image: image.name, args: ["every node"] } },
    convergeConfig: { timeout: "2m" },
  }),
);
new TerraformOutput(stack, "image", { value: image.name, staticId: true });

app.synth();
