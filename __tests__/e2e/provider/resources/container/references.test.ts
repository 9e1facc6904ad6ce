import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { buildDockerProvider, terraformWith } from "../../harness";
import { resource } from "./hcl";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const unchanged = { changed: [], replace: [] };
const shared = { ipc_mode: "shareable", volumes: [{ container_path: "/data" }] };

/** One container, and another that refers to it by its name. */
async function pair(follows: (name: string) => ObjectValue) {
  const { config: leading, state: leader } = await scene.makes(shared);
  const { config, state: follower } = await scene.makes(follows(String(leading["name"])));
  return { leading, leader, config, follower };
}

const ways = [
  { attribute: "network_mode", follows: (name: string) => ({ network_mode: `container:${name}` }) },
  { attribute: "pid_mode", follows: (name: string) => ({ pid_mode: `container:${name}` }) },
  { attribute: "ipc_mode", follows: (name: string) => ({ ipc_mode: `container:${name}` }) },
  { attribute: "volumes", follows: (name: string) => ({ volumes: [{ from_container: name }] }) },
];

describe.each(ways)("a container named in $attribute", ({ attribute, follows }) => {
  test("that is the same: nothing is planned", async () => {
    const { config, follower } = await pair(follows);
    const { state } = await scene.read(container, follower);
    expect(state).toEqual(follower);
    expect(await scene.plan(container, config, state!)).toEqual(unchanged);
  });

  test("that was replaced under its name: the one that refers to it is replaced", async () => {
    const { leading, leader, config, follower } = await pair(follows);
    await scene.destroy(container, leader);
    await scene.made(container, leading);
    const { state } = await scene.read(container, follower);
    expect((await scene.plan(container, config, state!)).replace).toEqual([[attribute]]);
  });

  test("that is gone: the one that refers to it is replaced", async () => {
    const { leader, config, follower } = await pair(follows);
    await scene.destroy(container, leader);
    const { state } = await scene.read(container, follower);
    expect((await scene.plan(container, config, state!)).replace).toEqual([[attribute]]);
  });
});

test.each(ways.slice(0, 3))(
  "an import tells the name in $attribute, as it was asked for",
  async ({ attribute, follows }) => {
    const { config, follower } = await pair(follows);
    const { state } = await scene.imported(container, String(follower["id"]));
    expect(state).toMatchObject({ [attribute]: config[attribute] });
  },
);

test("volumes of another container that are hidden by its own, or by a third one's, are no difference", async () => {
  const { config: first } = await scene.makes(shared);
  const { config: second } = await scene.makes({ volumes: [{ container_path: "/data" }, { container_path: "/more" }] });
  const { config, state } = await scene.makes({
    volumes: [
      { from_container: first["name"] },
      { from_container: second["name"] },
      { container_path: "/more", volume_name: `${scene.prefix}-own` },
    ],
  });
  const { state: read } = await scene.read(container, state);
  expect(await scene.plan(container, config, read!)).toEqual(unchanged);
});

describe("a network that was replaced under its name while the container was stopped", () => {
  const stopped = { must_run: false };
  test.each([
    { attribute: "networks_advanced", on: (name: string) => ({ networks_advanced: [{ name }] }) },
    { attribute: "network_mode", on: (name: string) => ({ network_mode: name }) },
  ])("replaces the container, which could not be started any more: $attribute", async ({ attribute, on }) => {
    const name = `${scene.prefix}-net-${attribute}`;
    const { Id } = await scene.engine.networks.create({ Name: name });
    const { config, state } = await scene.makes({ ...stopped, ...on(name) });
    await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
    const { state: before } = await scene.read(container, state);
    expect((await scene.plan(container, config, before!)).replace).toEqual([]);
    await scene.engine.networks.remove(Id!);
    await scene.engine.networks.create({ Name: name });
    await expect(scene.engine.containers.start(String(state["id"]))).rejects.toThrow(/not.found|does not exist/i);
    const { state: read } = await scene.read(container, state);
    expect((await scene.plan(container, config, read!)).replace).toEqual([[attribute]]);
  });
});

test("with Terraform, what refers to a container by its name is replaced in the apply that replaces it", async () => {
  const provider = buildDockerProvider();
  const terraform = await terraformWith(provider, "");
  const name = `${scene.prefix}-leader`;
  const both = (command: string[]) =>
    terraform.write(`
      ${resource("leader", { name, image: scene.image, command })}
      ${resource("follower", {
        name: `${name}-follower`,
        image: scene.image,
        network_mode: "container:LEADER",
      }).replace("LEADER", "${docker_container.leader.name}")}
      resource "docker_exec" "setup" {
        container = docker_container.leader.name
        command   = ["sleep", "0"]
      }`);
  try {
    both(["sleep", "600"]);
    expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 3 } });
    both(["sleep", "601"]);
    expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 3, remove: 3 } });
    const { Id } = await scene.engine.containers.inspect(name);
    const { HostConfig } = await scene.engine.containers.inspect(`${name}-follower`);
    expect(HostConfig.NetworkMode).toBe(`container:${Id}`);
    expect((await terraform.plan()).map(({ actions }) => actions)).toEqual([["no-op"], ["no-op"], ["no-op"]]);
  } finally {
    await terraform.destroy();
    terraform.remove();
    provider.remove();
  }
});
