import { App, TerraformStack } from "cdktf";
import { DockerEngine } from "docker-stages";
import { shop } from "./shop";

const app = new App();
const stack = new TerraformStack(app, "shop");
new DockerEngine(stack, "docker"); // was: new DockerProvider(stack, "docker", {})
shop(stack, process.env["SHOP"] ?? "shop");
app.synth();
