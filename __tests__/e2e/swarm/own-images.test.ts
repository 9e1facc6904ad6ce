import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DockerService } from "../../../constructs/bindings/docker-service";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { BuiltImage } from "../../../constructs/image/built-image";
import { Deployment } from "./deployment";

jest.setTimeout(400_000);

let lab: Deployment;
let context: string;
beforeAll(async () => {
  lab = await Deployment.open();
  // Where a synth of the whole app would lay a link to it.
  context = join(lab.terraform.folder, "contexts", "app");
  mkdirSync(context, { recursive: true });
  symlinkSync(context, join(lab.terraform.folder, "contexts", "stack-images-stacked"));
});
afterAll(() => lab?.close());

/** A service on every node that says which version of an image of ours it runs. */
async function declare(version: string): Promise<void> {
  writeFileSync(join(context, "version"), version);
  writeFileSync(join(context, "Dockerfile"), "FROM alpine\nCOPY version /\nRUN echo built >>/version\n");
  const volume = (await lab.outer.volumes.tryInspect("docker-stages-registry"))?.Name;
  lab.declare({ registry: { volume } }, (cluster, stack) => {
    const file = join(context, "compose.yml");
    writeFileSync(file, `services:\n  stacked:\n    build: .\n    command: [sleep, inf]\n    init: true\n`);
    ComposeStack.fromFile(stack, "stack", { file, name: "shop", engine: cluster });
    const image = cluster.push(new BuiltImage(stack, "app", { name: "app:1", context }));
    const command = ["sh", "-c", "trap 'exit 0' TERM; cat /version; while :; do sleep 1 & wait; done"];
    cluster.place(
      new DockerService(stack, "said", {
        name: "said",
        mode: { global: true },
        taskSpec: { containerSpec: { image: image.name, command } },
        convergeConfig: { timeout: "2m" },
      }),
    );
  });
}

/** What the tasks that run say, by node. */
async function said(service = "said"): Promise<string[]> {
  const filters = { service: [service], "desired-state": ["running"] };
  const tasks = await lab.node(1).tasks.list({ filters });
  return Promise.all(
    tasks.map(async ({ NodeID, Status }) => {
      const number = [1, 2, 3].find((each) => lab.id(each) === NodeID)!;
      const { output } = await lab
        .node(number)
        .exec.run(Status.ContainerStatus!.ContainerID!, { cmd: ["cat", "/version"] });
      return `node${number} ${output.trim().split("\n").join(" ")}`;
    }),
  ).then((lines) => lines.sort());
}

test("an image is built, pushed and run on every node, in one deploy", async () => {
  await declare("one\n");
  await lab.mends();
  expect(await said()).toEqual(["node1 one built", "node2 one built", "node3 one built"]);
});

test("it is built on the first node, and no port of this machine is open for its registry", async () => {
  const { HostConfig } = await lab.outer.containers.inspect(`${lab.prefix}-images`);
  expect(HostConfig.PortBindings).toEqual({});
  const builtOn = await Promise.all([1, 2, 3].map((number) => lab.node(number).images.tryInspect("app:1")));
  expect(builtOn.map((image) => image !== undefined)).toEqual([true, false, false]);
  expect(await lab.outer.images.tryInspect("images:5000/app:1")).toBeUndefined();
});

test("a Compose file's build runs likewise", async () => {
  expect(await said("shop_stacked")).toEqual([expect.stringMatching(/^node\d one built$/)]);
});

test("another version of it is the services' in the next deploy", async () => {
  await declare("two\n");
  const plan = await lab.planned();
  const changed = plan.map((line) => line.replace(/^(create|delete)\+(create|delete) /, "replace "));
  expect(changed.sort()).toEqual([
    "replace docker_image.app",
    "replace docker_image.stack_images_stacked",
    "replace docker_registry_image.app_Pushed",
    "replace docker_registry_image.stack_images_stacked_Pushed",
    "replace docker_tag.app_Pushed_Tag",
    "replace docker_tag.stack_images_stacked_Pushed_Tag",
    "update docker_service.said",
    "update docker_service.stack_services_stacked",
  ]);
  await lab.mends();
  expect(await said("shop_stacked")).toEqual([expect.stringMatching(/^node\d two built$/)]);
  expect(await said()).toEqual(["node1 two built", "node2 two built", "node3 two built"]);
});

test("a registry that lost its images gets them again", async () => {
  await lab.outer.containers.remove(`${lab.prefix}-images`, { force: true });
  await lab.outer.volumes.remove(`${lab.prefix}-images`);
  await lab.mends();
  expect(await said()).toEqual(["node1 two built", "node2 two built", "node3 two built"]);
});

test("destroy leaves nothing", async () => {
  await lab.destroyed();
  expect(await lab.objects()).toEqual([]);
});
