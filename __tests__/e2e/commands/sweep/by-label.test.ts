import { sweepByLabel } from "../../../../commands/sweep/by-label";
import type { Engine } from "../../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../../drills/lab-objects";

const name = newPrefix("by-label");
const label = `docker-stages.stage=${name}`;
const Labels = { "docker-stages.stage": name };
const alpine = { Image: "alpine", Cmd: ["sleep", "60"] };
let engine: Engine;

beforeAll(async () => {
  engine = openEngine();
  if (!(await engine.images.tryInspect(alpine.Image))) await engine.images.pull(alpine.Image);
}, 60_000);
beforeEach(() => jest.spyOn(process.stderr, "write").mockImplementation(() => true));
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await removeNamed(engine, name);
  engine.close();
});

test("what carries the label goes, a container before its network and volume; what carries none stays", async () => {
  await engine.networks.create({ Name: name, Labels });
  await engine.volumes.create({ Name: name, Labels });
  await engine.volumes.create({ Name: `${name}-other` });
  const { Id } = await engine.containers.create(name, {
    ...alpine,
    Labels,
    HostConfig: { NetworkMode: name, Binds: [`${name}:/data`] },
  });
  await engine.containers.start(Id);
  expect(await sweepByLabel(engine, label)).toBe(true);
  expect(await objectsNamed(engine, name)).toEqual([`volume ${name}-other`]);
});

test("an image with the label stays: somebody may have built it from one of the stage's", async () => {
  const { Id: container } = await engine.containers.create(name, { ...alpine, Labels });
  const image = await engine.commit({ container, repo: name, tag: "theirs" });
  await engine.containers.remove(container);
  expect((await engine.images.inspect(image)).Config?.Labels).toMatchObject(Labels);
  await sweepByLabel(engine, label);
  expect(await objectsNamed(engine, name)).toEqual(expect.arrayContaining([`image ${name}:theirs`]));
});

test("what something else still uses is told, and the rest goes", async () => {
  await engine.volumes.create({ Name: `${name}-used`, Labels });
  const user = await engine.containers.create(`${name}-user`, {
    ...alpine,
    HostConfig: { Binds: [`${name}-used:/data`] },
  });
  expect(await sweepByLabel(engine, label)).toBe(false);
  expect(process.stderr.write).toHaveBeenCalledWith(
    expect.stringMatching(/a volume with the label .* may be left at .*is in use/),
  );
  await engine.containers.remove(user.Id);
  expect(await sweepByLabel(engine, label)).toBe(true);
});
