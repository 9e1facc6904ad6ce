import { TerraformOutput } from "cdktf";
import { AlpineImage } from "../../../constructs/image/alpine-image";
import { HubImage } from "../../../constructs/image/hub-image";
import { only, synthesized, testStack } from "../scratch";

const rows = [
  { name: "an image is named by its construct", make: HubImage, id: "redis", props: {}, expected: { name: "redis" } },
  { name: "or by its name", make: HubImage, id: "it", props: { name: "redis:7" }, expected: { name: "redis:7" } },
  {
    name: "what docker_image takes can be said",
    make: HubImage,
    id: "redis",
    props: { keepLocally: true, platform: "linux/arm64" },
    expected: { name: "redis", keep_locally: true, platform: "linux/arm64" },
  },
  { name: "alpine has no tag", make: AlpineImage, id: "it", props: {}, expected: { name: "alpine" } },
  {
    name: "or the tag that was asked for",
    make: AlpineImage,
    id: "it",
    props: { tag: "3.20" },
    expected: { name: "alpine:3.20" },
  },
];

test.each(rows)("$name", ({ make: Image, id, props, expected }) => {
  const stack = testStack();
  new Image(stack, id, props);
  expect(only(stack, "docker_image")).toEqual(expected);
});

const digest = `sha256:${"0".repeat(64)}`;

test.each([
  { name: "redis", reference: "redis:latest" },
  { name: "redis:7", reference: "redis:7" },
  { name: "localhost:5000/redis", reference: "localhost:5000/redis:latest" },
  { name: "localhost:5000/redis:7", reference: "localhost:5000/redis:7" },
  { name: `redis@${digest}`, reference: `redis@${digest}` },
])("$name is in full $reference", ({ name, reference }) => {
  expect(new HubImage(testStack(), "it", { name }).reference).toBe(reference);
});

test("what was pulled is shown by its digest", () => {
  const stack = testStack();
  const image = new HubImage(stack, "redis");
  new TerraformOutput(stack, "value", { value: image.output, staticId: true });
  expect(synthesized(stack)["output"]).toEqual({
    value: { value: expect.stringMatching(/^\$\{docker_image\.redis_.*\.repo_digest\}$/) },
  });
});
