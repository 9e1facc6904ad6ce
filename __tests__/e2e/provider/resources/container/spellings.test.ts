import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { hasSameLines, spellings } from "../../../../provider/resources/container/spellings";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

// A line that says what is anyhow shows in the plan where it comes or goes, as Terraform demands; it changes nothing.
test.each(spellings)("$name: one container, whichever way it is written", async ({ a, b }) => {
  const planned = hasSameLines({ a, b }) ? [] : expect.any(Array);
  for (const [first, second] of [
    [a, b],
    [b, a],
  ] as const) {
    const { config, state } = await scene.makes({ start: false, ...first });
    const { state: read } = await scene.read(container, state);
    expect(read).toEqual(state);
    expect(await scene.plan(container, config, read!)).toEqual({ changed: [], replace: [] });
    const other: ObjectValue = { name: config["name"], image: config["image"], start: false, ...second };
    expect(await scene.plan(container, other, read!)).toEqual({ changed: planned, replace: [] });
    const written = await scene.made(container, other, read);
    const { state: readAgain } = await scene.read(container, written);
    expect(await scene.plan(container, other, readAgain!)).toEqual({ changed: [], replace: [] });
  }
});
