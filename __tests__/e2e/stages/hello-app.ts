import { TerraformOutput, TerraformStack } from "cdktf";
import { RunOnce } from "../../../constructs/container/run-once";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { AlpineImage } from "../../../constructs/image/alpine-image";
import { BuiltImage } from "../../../constructs/image/built-image";
import { labApp } from "../../../constructs/lab-stage/lab-app";

/** The lab's hello twice, of contexts that a test can change: context `prefix`, and `contexts` for their folders. */
labApp((app) => {
  const prefix: string = app.node.tryGetContext("prefix");
  const contexts: string[] = app.node.tryGetContext("contexts");
  const stack = new TerraformStack(app, "hello");
  new DockerEngine(stack, "docker");
  const alpine = new AlpineImage(stack, "alpine");
  contexts.forEach((context, i) => {
    const name = `${prefix}hello:${i}`;
    const image = new BuiltImage(stack, `image-${i}`, { name, context, resource: { dependsOn: [alpine] } });
    const run = new RunOnce(stack, `run-${i}`, { image });
    new TerraformOutput(stack, `printed-${i}`, { value: run.output, staticId: true });
    new TerraformOutput(stack, `image-id-${i}`, { value: image.output, staticId: true });
  });
});
