import { container } from "../../../../../provider/resources/container";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

test("a container that was made is as it was asked, and stays so", async () => {
  const { config, state } = await scene.makes();
  expect(state).toMatchObject({ must_run: true, exit_code: undefined, command: ["sleep", "600"], env: [], labels: [] });
  const { state: read } = await scene.read(container, state);
  expect(read).toEqual(state);
  expect(await scene.plan(container, config, read!)).toEqual({ changed: [], replace: [] });
});
