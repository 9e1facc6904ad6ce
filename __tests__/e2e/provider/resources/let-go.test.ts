import { buildDockerProvider, type Terraform, terraformWith } from "../harness";
import { resource } from "./container/hcl";
import { ContainerScene } from "./container/scene";

jest.setTimeout(120_000);
const provider = buildDockerProvider();
let scene: ContainerScene;
let terraform: Terraform;
beforeAll(async () => {
  scene = await ContainerScene.open();
  terraform = await terraformWith(provider, "");
});
afterAll(async () => {
  await scene.close();
  terraform.remove();
  provider.remove();
});

/** Names them as texts: Terraform does not know that the container needs them, and removes all three at once. */
test("a network and a volume are removed once a container that goes in the same run has let go of them", async () => {
  const name = `${scene.prefix}-held`;
  const held = `
    resource "docker_network" "net" { name = "${name}" }
    resource "docker_volume" "data" { name = "${name}" }`;
  const holder = resource("holder", {
    name,
    image: scene.image,
    command: ["sh", "-c", "trap '' TERM; sleep 600 & wait; sleep 600"],
    destroy_grace_seconds: 2,
    networks_advanced: [{ name }],
    volumes: [{ volume_name: name, container_path: "/data" }],
  });
  terraform.write(held);
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 2 } });
  terraform.write(`${held}\n${holder}`);
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 1 } });
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: 3 } });
  expect(await scene.engine.networks.tryInspect(name)).toBeUndefined();
  expect(await scene.engine.volumes.tryInspect(name)).toBeUndefined();
});

test("a network and a volume that somebody else's container holds stay, and the error says so", async () => {
  const name = `${scene.prefix}-shared`;
  terraform.write(`
    resource "docker_network" "net" { name = "${name}" }
    resource "docker_volume" "data" { name = "${name}" }`);
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 2 } });
  const { Id } = await scene.engine.containers.create(`${scene.prefix}-stranger`, {
    Image: scene.image,
    HostConfig: { NetworkMode: name, Binds: [`${name}:/data`] },
  });
  await scene.engine.containers.start(Id);
  const { errors } = await terraform.destroy();
  expect(errors.map(({ summary }) => summary).sort()).toEqual([
    `network "${name}" is in use by container "${scene.prefix}-stranger"`,
    `volume "${name}" is in use`,
  ]);
  await scene.engine.containers.remove(Id, { force: true });
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: 2 } });
});
