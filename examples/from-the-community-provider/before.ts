import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import { shop } from "./shop";

const app = new App();
const stack = new TerraformStack(app, "shop");
new DockerProvider(stack, "docker", {});
shop(stack, process.env["SHOP"] ?? "shop");
app.synth();
