import { join } from "node:path";
import { Testing } from "cdktf";
import { Stage2 } from "../../../stacks/stage2/stack";
import { bundleVersion, scratchFolder, synthesized, testApp, writeBundle } from "../../constructs/scratch";

const bundle = writeBundle(join(scratchFolder(), "bundle"));
const stage2 = (context: Record<string, unknown> = {}) => new Stage2(testApp(bundle, context));

test("stage 2", () => {
  expect(Testing.synth(stage2(), true).replaceAll(bundleVersion, "VERSION")).toMatchSnapshot();
});

const names = (context: Record<string, unknown>) =>
  Object.values(synthesized(stage2(context)).resource["docker_container"]!).map(({ name }) => name);

const promised = [
  "stage2-figlet-install",
  "stage2-hello-v0.1",
  "stage2-hello-v0.2",
  "stage2-ourfiglet",
  "stage2-ubuntu-figlet",
];

test("makes the containers that it promises", () => {
  expect(names({})).toEqual(promised);
});

test("a prefix moves every name and tag that it makes, and no image of Docker Hub's", () => {
  expect(names({ prefix: "try-" })).toEqual(promised.map((name) => `try-${name}`));
  const { docker_image: images, docker_tag: tags } = synthesized(stage2({ prefix: "try-" })).resource;
  expect(
    Object.values(images!)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["alpine", "try-hello:v0.1", "try-hello:v0.2", "try-ourfiglet:dockerfile", "ubuntu"]);
  expect(Object.values(tags!).map(({ target_image }) => target_image)).toEqual(["try-ourfiglet"]);
});

test("contexts are named by links beside the stack, not by this machine's paths", () => {
  const { docker_image: images } = synthesized(stage2()).resource;
  const contexts = Object.values(images!).flatMap(({ build }) =>
    build ? [(build as { context: string }).context] : [],
  );
  expect(contexts.sort()).toEqual([
    "contexts/image-hello-v0.1",
    "contexts/image-hello-v0.2",
    "contexts/image-ourfiglet-dockerfile",
  ]);
  expect(Testing.synth(stage2())).not.toContain(join(__dirname, "../.."));
});
