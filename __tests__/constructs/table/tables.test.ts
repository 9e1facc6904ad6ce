import { Service } from "@cdktf/provider-docker/lib/service";
import { TerraformOutput, TerraformStack } from "cdktf";
import { RunOnce } from "../../../constructs/container/run-once";
import { HubImage } from "../../../constructs/image/hub-image";
import { ContainerTable } from "../../../constructs/table/container-table";
import { ImageTable } from "../../../constructs/table/image-table";
import { ServiceTable, StackTable } from "../../../constructs/table/service-table";
import { TaskTable } from "../../../constructs/table/task-table";
import { only, synthesized, testStack } from "../scratch";

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

describe("ServiceTable, StackTable and TaskTable", () => {
  const spec = { containerSpec: { image: "redis" } };

  test.each([
    { type: "docker_services", Table: ServiceTable, attribute: "table" },
    { type: "docker_services", Table: StackTable, attribute: "stack_table" },
    { type: "docker_tasks", Table: TaskTable, attribute: "table" },
  ])("$type gives $attribute once every service of the stack is there", ({ type, Table, attribute }) => {
    const stack = testStack();
    const table = new Table(stack, "table", { stack: "voting" });
    new Service(stack, "web", { name: "web", taskSpec: spec });
    expect(only(stack, type)).toEqual({ stack: "voting", depends_on: ["docker_service.web"] });
    new TerraformOutput(stack, "value", { value: table.output, staticId: true });
    const { value } = synthesized(stack)["output"] as unknown as { value: { value: string } };
    expect(value.value).toMatch(new RegExp(`^\\$\\{data\\.${type}\\.\\w+\\.${attribute}\\}$`));
  });

  test("wait for what they are told to, where they are told", () => {
    const stack = testStack();
    const first = new Service(stack, "first", { name: "first", taskSpec: spec });
    new Service(stack, "second", { name: "second", taskSpec: spec });
    new TaskTable(stack, "table", { dependsOn: [first] });
    expect(only(stack, "docker_tasks")["depends_on"]).toEqual(["docker_service.first"]);
  });
});
