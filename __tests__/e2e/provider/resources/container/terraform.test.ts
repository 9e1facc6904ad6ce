import { hasSameLines, spellings } from "../../../../provider/resources/container/spellings";
import { buildDockerProvider, type Terraform, terraformWith } from "../../harness";
import { resource } from "./hcl";
import { ContainerScene } from "./scene";

jest.setTimeout(300_000);
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

/** Every row as a resource of its own. */
const written = (which: "a" | "b"): string =>
  spellings
    .map((row, i) =>
      resource(`row${i}`, { name: `${scene.prefix}-row${i}`, image: scene.image, start: false, ...row[which] }),
    )
    .join("\n");

/** The rows whose resource the plan does not leave as it is, with what it does to them. */
async function planned(): Promise<{ name: string; hasSameLines: boolean; actions: string }[]> {
  const changes = await terraform.plan();
  return changes
    .filter(({ actions }) => actions.join() !== "no-op")
    .map(({ address, actions }) => {
      const row = spellings[Number(address.replace(/\D/g, ""))]!;
      return { name: row.name, hasSameLines: hasSameLines(row), actions: actions.join() };
    });
}

test("every spelling settles, and the other one is no other container", async () => {
  terraform.write(written("a"));
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: spellings.length } });
  expect(await planned()).toEqual([]);
  const ids = terraform.state().map(({ values }) => values["id"]);
  for (const which of ["b", "a"] as const) {
    terraform.write(written(which));
    const changes = await planned();
    expect(changes.filter(({ hasSameLines, actions }) => hasSameLines || actions !== "update")).toEqual([]);
    expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 0, remove: 0 } });
    expect(await planned()).toEqual([]);
  }
  expect(terraform.state().map(({ values }) => values["id"])).toEqual(ids);
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: spellings.length } });
});

test("a container that has stopped is started by one apply, and the plan says so", async () => {
  const name = `${scene.prefix}-stopped`;
  terraform.write(resource("web", { name, image: scene.image, ports: [{ internal: 80 }] }));
  expect(await terraform.apply()).toMatchObject({ code: 0, changes: { add: 1 } });
  await scene.engine.containers.stop(name, { timeout: 0 });
  expect(await terraform.plan()).toMatchObject([
    {
      actions: ["update"],
      before: { must_run: false, exit_code: 137 },
      after: { must_run: true },
      afterUnknown: { exit_code: true },
    },
  ]);
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 0, change: 1, remove: 0 } });
  expect(await terraform.plan()).toMatchObject([{ actions: ["no-op"] }]);
  expect(terraform.state()).toMatchObject([{ values: { ports: [{ external: expect.any(Number) }] } }]);
  expect(await terraform.destroy()).toMatchObject({ code: 0 });
});

test("a run that ends otherwise than expected is tainted, and the next apply runs it again", async () => {
  const config = {
    name: `${scene.prefix}-run`,
    image: scene.image,
    must_run: false,
    attach: true,
    logs: true,
    expected_exit_code: 0,
  };
  terraform.write(resource("run", { ...config, command: ["sh", "-c", "echo no database; exit 3"] }));
  const failed = await terraform.apply();
  expect(failed.errors).toMatchObject([
    {
      summary: `container "${config.name}" exited with 3, expected 0`,
      detail: "It printed:\nno database",
      address: "docker_container.run",
    },
  ]);
  expect(terraform.state()).toMatchObject([{ tainted: true }]);
  terraform.write(resource("run", { ...config, command: ["echo", "$${HOME} is %%{ home }"] }));
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 1, remove: 1 } });
  expect(terraform.state()).toMatchObject([
    { tainted: false, values: { exit_code: 0, container_logs: "$${HOME} is %%{ home }\n" } },
  ]);
  expect(await terraform.destroy()).toMatchObject({ code: 0 });
});
