import { join } from "node:path";
import { untaintConverged } from "../../../commands/untaint";
import { Engine } from "../../../engine";
import { poll } from "../../../engine/poll";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../provider/harness";
import { HeldRegistry } from "../provider/resources/service/held-registry";
import { ServiceScene } from "../provider/resources/service/scene";

jest.setTimeout(120_000);
let scene: ServiceScene;
let held: HeldRegistry;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(async () => {
  [scene, provider] = [await ServiceScene.open(), buildDockerProvider()];
  held = await HeldRegistry.open(scene.farm.gateway, scene.registry.url);
  terraform = await terraformWith(provider, "");
  await scene.push(scene.registry, "late", "late");
}, 120_000);
afterAll(async () => {
  terraform?.remove();
  provider?.remove();
  await held?.close();
  await scene?.close();
}, 60_000);

const service = (name: string, image: string) => `
resource "docker_service" "${name}" {
  name = "${name}"
  engine = "${scene.nodes[0]!.url}"
  task_spec {
    container_spec { image = "${image}" }
  }
  converge_config { timeout = "1s" }
}`;

test("a service that converged after an apply gave up on it is kept, aloud; one that did not is made anew", async () => {
  terraform.write(service("late", `${held.host}/late`) + service("never", "registry:5000/nothing:1"));
  const { errors } = await terraform.apply();
  expect(errors.map(({ address }) => address).sort()).toEqual(["docker_service.late", "docker_service.never"]);
  for (const { detail } of errors) expect(detail).toContain("`terraform untaint ADDRESS`");
  expect(terraform.state().map(({ tainted }) => tainted)).toEqual([true, true]);
  held.letGo();
  const runs = await poll({ seconds: 60, signal: new AbortController().signal }, async () => {
    const filters = { service: ["late"] };
    return (await scene.engine.tasks.list({ filters })).find(({ Status }) => Status.State === "running");
  });
  expect(runs).toBeDefined();

  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation((text) => Boolean(said.push(String(text))));
  const file = join(terraform.folder, "terraform.tfstate");
  await untaintConverged(file, { terraform: "terraform", open: (url) => Engine.at(url!) });
  stderr.mockRestore();

  expect(said).toEqual([
    "· service late, which an earlier deploy gave up on, has converged since and is kept: terraform untaint docker_service.late\n",
    "· service never, which an earlier deploy gave up on, has not converged since: Terraform makes it anew\n",
  ]);
  const actions = (await terraform.plan()).map((planned) => [planned.address, planned.actions.join("+")]);
  expect(Object.fromEntries(actions)).toEqual({
    "docker_service.late": "no-op",
    "docker_service.never": "delete+create",
  });
});
