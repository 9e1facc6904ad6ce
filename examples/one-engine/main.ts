import { App, TerraformStack } from "cdktf";
import { ComposeProject, DockerEngine } from "docker-stages";

const app = new App();
const stack = new TerraformStack(app, "shop");
new DockerEngine(stack, "docker");

const context = (name: string, otherwise: string): string => String(app.node.tryGetContext(name) ?? otherwise);
const list = (name: string): string[] => context(name, "").split(",").filter(Boolean);
ComposeProject.fromFile(stack, "project", {
  file: "compose.yml",
  name: `${context("prefix", "")}shop`,
  variables: { PORT: context("port", "8080"), DB_PASSWORD: process.env["DB_PASSWORD"] ?? "change-me" },
  profiles: list("profiles"),
  keepVolumes: list("keep"),
});

app.synth();
