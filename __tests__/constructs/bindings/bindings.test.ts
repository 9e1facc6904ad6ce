import { Volume } from "@cdktf/provider-docker/lib/volume";
import { TerraformOutput, Testing } from "cdktf";
import { DataDockerContainers } from "../../../constructs/bindings/data-docker-containers";
import { DataDockerImages } from "../../../constructs/bindings/data-docker-images";
import { DataDockerServices } from "../../../constructs/bindings/data-docker-services";
import { DataDockerTasks } from "../../../constructs/bindings/data-docker-tasks";
import { provider } from "../../../provider/docker";
import { only, synthesized, testStack } from "../scratch";

import { rows } from "./rows";

const camelCase = (name: string) => name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe.each(rows)("$type", ({ type, make, attributes, computed }) => {
  test("has the provider's arguments and computed attributes, and no others", () => {
    const schema = [...provider.resources, ...provider.dataSources].find((defined) => defined.type === type)!.schema;
    const isComputed = (name: string) => {
      const field = schema[name]!;
      return field.kind === "attribute" && !field.options.optional && !field.options.required;
    };
    const names = Object.keys(schema);
    expect(Object.keys(attributes).sort()).toEqual(names.filter((name) => !isComputed(name)).sort());
    expect([...computed].sort()).toEqual(names.filter(isComputed).sort());
  });

  test("has its arguments under Terraform's names, the user's own keys as they are", () => {
    const stack = testStack();
    make(stack);
    expect(only(stack, type)).toEqual(attributes);
  });

  test("takes Terraform's meta arguments", () => {
    const stack = testStack();
    const volume = new Volume(stack, "data");
    make(stack, { dependsOn: [volume], lifecycle: { ignoreChanges: "all" } });
    expect(only(stack, type)).toEqual({
      ...attributes,
      depends_on: ["docker_volume.data"],
      lifecycle: { ignore_changes: "all" },
    });
  });

  test.each(computed)("gives %s", (attribute) => {
    const stack = testStack();
    const made = make(stack) as unknown as Record<string, string>;
    new TerraformOutput(stack, "value", { value: made[camelCase(attribute)]!, staticId: true });
    expect(synthesized(stack)["output"]).toEqual({
      value: { value: expect.stringMatching(new RegExp(`^\\$\\{(data\\.)?${type}\\.it\\.${attribute}\\}$`)) },
    });
  });

  test("can be written as HCL, blocks as blocks", () => {
    const stack = testStack();
    make(stack);
    const hcl = Testing.synthHcl(stack);
    for (const name of Object.keys(attributes))
      expect(hcl).toMatch(
        new RegExp(`^ *${name} ${name === "labels" && Array.isArray(attributes[name]) ? "" : "= "}`, "m"),
      );
  });
});

test("services and tasks have the attributes that the provider gives them", () => {
  const stack = testStack();
  const service = new DataDockerServices(stack, "services").services.get(0);
  const task = new DataDockerTasks(stack, "tasks").tasks.get(0);
  const { id, name, stack: of, mode, running, desired, completed, image, ports, labels } = service;
  new TerraformOutput(stack, "service", {
    value: { id, name, stack: of, mode, running, desired, completed, image, ports, labels },
  });
  new TerraformOutput(stack, "task", {
    value: {
      id: task.id,
      name: task.name,
      service: task.service,
      slot: task.slot,
      image: task.image,
      node: task.node,
      desired_state: task.desiredState,
      state: task.state,
      error: task.error,
      container_id: task.containerId,
    },
  });
  const output = synthesized(stack)["output"] as unknown as Record<string, { value: object }>;
  for (const [kind, type, list] of [
    ["service", "docker_services", "services"],
    ["task", "docker_tasks", "tasks"],
  ] as const) {
    const field = provider.dataSources.find((source) => source.type === type)!.schema[list] as { type: unknown };
    const [, [, members]] = field.type as [string, [string, object]];
    expect(output[kind]!.value).toEqual(
      Object.fromEntries(Object.keys(members).map((name) => [name, `\${data.${type}.${list}.${list}[0].${name}}`])),
    );
  }
});

test("the elements of a computed list have the attributes of one", () => {
  const stack = testStack();
  const first = new DataDockerContainers(stack, "it").containers.get(0);
  const image = new DataDockerImages(stack, "images").images.get(1);
  new TerraformOutput(stack, "value", {
    value: [first.id, first.name, first.image, first.command, first.state, first.exitCode, first.labels],
  });
  new TerraformOutput(stack, "image", { value: [image.id, image.repository, image.tag, image.size, image.digest] });
  expect(synthesized(stack)["output"]).toEqual({
    value: {
      value: ["id", "name", "image", "command", "state", "exit_code", "labels"].map(
        (name) => `\${data.docker_containers.it.containers[0].${name}}`,
      ),
    },
    image: {
      value: ["id", "repository", "tag", "size", "digest"].map(
        (name) => `\${data.docker_images.images.images[1].${name}}`,
      ),
    },
  });
});
