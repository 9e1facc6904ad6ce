/** What an app prints, and what it prints once it was edited. */
export const greeting = { before: "good morning", after: "good evening" } as const;

/** Name of the stack that is deployed, in the environment: no other run has it. */
export const STACK = "SHOP_STACK";

/** Two stacks in TypeScript: one that is deployed, and one that shows the rest of the toolkit when it is synthesized. */
export const shop = `import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AlpineImage, ComposeStack, DockerEngine, RunOnce, type RunOnceProps, SwarmCluster } from "docker-stages";

export class Shop extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new DockerEngine(this, "docker");
    const image = new AlpineImage(this, "alpine");
    const props: RunOnceProps = { image, command: ["echo", "${greeting.before}"] };
    const { output: value } = new RunOnce(this, "greeting", props);
    new TerraformOutput(this, "printed", { value, staticId: true });
  }
}

export class Swarm extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new DockerEngine(this, "docker");
    const { engine } = new SwarmCluster(this, "cluster", { managers: 1, workers: 2, ports: { 80: 8080 } });
    ComposeStack.fromFile(this, "shop", { file: "docker-stack.yml", name: "shop", engine });
  }
}
`;

/** @param extension of the import: ES modules name the file */
export const main = (extension = "") => `import { App } from "cdktf";
import { Shop, Swarm } from "./shop${extension}";

const app = new App();
new Shop(app, process.env["${STACK}"] ?? "shop");
new Swarm(app, "swarm");
app.synth();
`;

export const stackFile = `services:
  web:
    image: alpine
    command: ["sleep", "infinity"]
`;

/** The first stack in plain JavaScript. */
export const plain = `const { App, TerraformOutput, TerraformStack } = require("cdktf");
const { AlpineImage, DockerEngine, RunOnce } = require("docker-stages");

class Shop extends TerraformStack {
  constructor(scope, id) {
    super(scope, id);
    new DockerEngine(this, "docker");
    const image = new AlpineImage(this, "alpine");
    const { output: value } = new RunOnce(this, "greeting", { image, command: ["echo", "${greeting.before}"] });
    new TerraformOutput(this, "printed", { value, staticId: true });
  }
}

const app = new App();
new Shop(app, process.env["${STACK}"] ?? "shop");
app.synth();
`;

export const cdktfJson = (app: string): string =>
  JSON.stringify({ language: "typescript", app, projectId: "docker-stages-consumer", sendCrashReports: "false" });
