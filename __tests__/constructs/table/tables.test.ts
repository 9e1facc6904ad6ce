import { TerraformStack } from "cdktf";
import { RunOnce } from "../../../constructs/container/run-once";
import { HubImage } from "../../../constructs/image/hub-image";
import { ContainerTable } from "../../../constructs/table/container-table";
import { ImageTable } from "../../../constructs/table/image-table";
import { only, testStack } from "../scratch";

const image = { name: "alpine" };

describe("ContainerTable", () => {
  test("waits for every container of its stack, declared before or after, and for no other's", () => {
    const stack = testStack();
    new RunOnce(stack, "before", { image });
    new ContainerTable(stack, "table", { all: true, labels: { a: "b" } });
    new RunOnce(stack, "after", { image });
    new RunOnce(new TerraformStack(stack.node.root, "other"), "elsewhere", { image });
    expect(only(stack, "docker_containers")).toEqual({
      all: true,
      labels: { a: "b" },
      depends_on: [
        expect.stringMatching(/^docker_container\.before_/),
        expect.stringMatching(/^docker_container\.after_/),
      ],
    });
  });

  test("waits for what it is told to, where it is told", () => {
    const stack = testStack();
    const first = new RunOnce(stack, "first", { image });
    new RunOnce(stack, "second", { image });
    new ContainerTable(stack, "table", { dependsOn: [first] });
    expect(only(stack, "docker_containers")["depends_on"]).toEqual(
      [first.resource].map(
        ({ terraformResourceType, friendlyUniqueId }) => `${terraformResourceType}.${friendlyUniqueId}`,
      ),
    );
  });
});

describe("ImageTable", () => {
  test("shows the images that it is given, once they are there", () => {
    const stack = testStack();
    new ImageTable(stack, "table", { images: [new HubImage(stack, "redis"), image] });
    expect(only(stack, "docker_images")).toEqual({
      reference: ["redis:latest", "alpine"],
      depends_on: [expect.stringMatching(/^docker_image\.redis_/)],
    });
  });

  test("shows all of the engine's without any", () => {
    const stack = testStack();
    new ImageTable(stack, "table");
    expect(only(stack, "docker_images")).toEqual({ depends_on: [] });
  });
});
