import { TerraformStack, Testing } from "cdktf";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { HubImage } from "../../../constructs/image/hub-image";
import { scratchFolder, testApp, writeBundle } from "../scratch";

const bundle = writeBundle(scratchFolder());

test("a stack that names no engine says how to name one, once", () => {
  const stack = new TerraformStack(testApp(bundle), "shop");
  for (const name of ["alpine", "ubuntu"]) new HubImage(stack, name);
  const told = stack.node.validate();
  expect(told.filter((line) => /names no Docker engine/.test(line))).toEqual([
    'stack `shop` names no Docker engine; add `new DockerEngine(this, "docker")` to it',
  ]);
});

test("an engine that is named after the images is one", () => {
  const stack = new TerraformStack(testApp(bundle), "shop");
  new HubImage(stack, "alpine");
  new DockerEngine(stack, "docker");
  expect(stack.node.validate()).toEqual([]);
  expect(() => Testing.synth(stack, true)).not.toThrow();
});
