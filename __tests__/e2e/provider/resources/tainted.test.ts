import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildDockerProvider, type Terraform, terraformWith } from "../harness";
import { resource } from "./container/hcl";
import { ContainerScene } from "./container/scene";

// Terraform plans a tainted object as a new one, and tells the provider nothing of the one in state before its destroy.
jest.setTimeout(180_000);
const provider = buildDockerProvider();
let scene: ContainerScene;
let terraform: Terraform;
const names = { volume: "", tag: "", commit: "" };
const images = { tag: "", commit: "" };

beforeAll(async () => {
  scene = await ContainerScene.open();
  for (const name of ["volume", "tag", "commit"] as const) names[name] = `${scene.prefix}-tainted-${name}`;
  terraform = await terraformWith(provider, "");
});
afterAll(async () => {
  await terraform.destroy();
  for (const name of [names.tag, names.commit]) await scene.engine.images.tryRemove(`${name}:latest`);
  await scene.close();
  terraform.remove();
  provider.remove();
});

/** As `terraform taint` does it, to every resource there is. */
function taintAll(): void {
  const file = join(terraform.folder, "terraform.tfstate");
  const state = JSON.parse(readFileSync(file, "utf8"));
  for (const { instances } of state.resources) for (const instance of instances) instance.status = "tainted";
  writeFileSync(file, JSON.stringify(state));
}

const idOf = async (name: string) => (await scene.engine.images.inspect(name)).Id;

/** An image of its own under a name that a resource will take from it. */
async function somebodysImage(name: string): Promise<string> {
  const container = `${name}-source`;
  await scene.engine.containers.create(container, { Image: scene.image, Cmd: ["/run"] });
  await scene.engine.images.commit({ container, repo: name, tag: "latest", comment: name });
  await scene.engine.containers.remove(container, { force: true });
  return idOf(name);
}

test("a volume, a tag and a commit that are tainted are made anew, and give back the names that they took", async () => {
  for (const kind of ["tag", "commit"] as const) images[kind] = await somebodysImage(names[kind]);
  terraform.write(
    [
      `resource "docker_volume" "named" { name = "${names.volume}" }`,
      `resource "docker_volume" "unnamed" {}`,
      `resource "docker_tag" "tag" {\n source_image = "${scene.image}"\n target_image = "${names.tag}:latest"\n}`,
      resource("web", { name: `${scene.prefix}-tainted`, image: scene.image, start: false }),
      `resource "docker_commit" "commit" {\n container = docker_container.web.id\n name = "${names.commit}:latest"\n}`,
    ].join("\n"),
  );
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [] });
  const unnamed = () => terraform.state().find(({ address }) => address === "docker_volume.unnamed")!.values["id"];
  const first = unnamed();
  taintAll();
  const { code, diagnostics } = await terraform.apply();
  expect({ code, diagnostics }).toEqual({ code: 0, diagnostics: [] });
  expect(await terraform.changes()).toEqual([]);
  expect(await scene.engine.volumes.tryInspect(String(first))).toBeUndefined();
  expect(await scene.engine.volumes.tryInspect(names.volume)).toBeDefined();
  taintAll();
  expect(await terraform.destroy()).toMatchObject({ code: 0, diagnostics: [] });
  expect(await scene.engine.volumes.tryInspect(names.volume)).toBeUndefined();
  for (const kind of ["tag", "commit"] as const) expect(await idOf(names[kind])).toBe(images[kind]);
});
