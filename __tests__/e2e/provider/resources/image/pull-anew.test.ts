import { imageStoreOf } from "../../../../../engine";
import { image } from "../../../../../provider/resources/image";
import { PullScene } from "./pull-scene";
import type { user } from "./registry-process";

jest.setTimeout(120_000);

let scene: PullScene;
beforeAll(async () => {
  scene = await PullScene.open();
});
afterAll(() => scene?.close());

const remote = (short: string) => scene.remote(short);
const inRegistry = (reference: string, text?: string, auth?: typeof user) => scene.inRegistry(reference, text, auth);

describe("pulled anew", () => {
  test("with pull_triggers, although it is there", async () => {
    const name = remote("triggered");
    const newer = await inRegistry(name, "newer");
    const older = await scene.load(name, "older");
    const { state, errors, warnings } = await scene.apply(image, { name, pull_triggers: ["a"] });
    expect([state, errors]).toMatchObject([{ image_id: newer, pulled: true }, []]);
    // Of engines with containerd's store, 26.1 keeps no image without a name.
    const isKept = await scene.exists(older);
    expect(isKept || (await imageStoreOf(scene.engine)) === "containerd").toBe(true);
    expect(warnings).toMatchObject(isKept ? [] : [{ detail: expect.stringContaining(older) }]);
  });

  test("with pull_triggers, but the registry does not have it: the one that is there, and a warning", async () => {
    const name = remote("triggered-local");
    const id = await scene.load(name);
    const { state, errors, warnings } = await scene.apply(image, { name, pull_triggers: ["a"] });
    expect(errors).toEqual([]);
    expect(state).toMatchObject({ image_id: id, pulled: false });
    expect(warnings).toMatchObject([{ summary: expect.stringContaining("was not pulled anew") }]);
  });

  test("where it is of another platform", async () => {
    const name = remote("platform");
    await scene.load(name);
    const { state, errors } = await scene.apply(image, { name, platform: "linux/s390x" });
    expect(state).toBeUndefined();
    expect(errors).toMatchObject([{ path: ["name"], summary: expect.stringContaining(name) }]);
    expect(await scene.made(image, { name, platform: "linux" })).toMatchObject({ pulled: false });
  });
});

describe("errors", () => {
  test("an image that the registry does not have", async () => {
    const { state, errors } = await scene.apply(image, { name: remote("nowhere") });
    expect(state).toBeUndefined();
    expect(errors).toMatchObject([
      {
        path: ["name"],
        summary: `image "${remote("nowhere")}" does not exist in the registry`,
        detail: expect.stringContaining("Correct the name"),
      },
    ]);
  });

  test("a registry that does not answer", async () => {
    const name = "127.0.0.1:1/a";
    const { errors } = await scene.apply(image, { name });
    expect(errors).toMatchObject([{ path: ["name"], summary: expect.stringContaining(`image "${name}"`) }]);
    expect(errors[0]?.detail).toContain("connection refused");
  });

  test("nothing is noted of a pull that failed", async () => {
    expect(scene.journal.all().filter(({ name }) => name === remote("nowhere"))).toEqual([]);
  });
});
