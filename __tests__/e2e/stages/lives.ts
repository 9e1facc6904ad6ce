import { stages } from "../../../commands/stages";
import type { Engine } from "../../../engine";
import { OwnCheckout } from "../commands/own-checkout";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { freePort } from "../free-port";
import { ownSubnet } from "../own-subnet";

jest.setTimeout(600_000);

const prefix = `${newPrefix("lives")}-`;
/** Of the stages, in a checkout of this test file. */
export let checkout: OwnCheckout;
let engine: Engine;
let images: string[];

beforeAll(async () => {
  engine = openEngine();
  images = await tags();
  const ports = { 5000: await freePort(), 5001: await freePort() };
  checkout = new OwnCheckout(prefix, { ports, subnet: `10.218.${ownSubnet()}.0/24` });
});

afterAll(async () => {
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

const tags = async () => (await engine.images.list()).flatMap(({ RepoTags }) => RepoTags ?? []).sort();
export const each = (line: (stage: string) => string) => stages.map((stage) => expect.stringContaining(line(stage)));

/** Nothing is left of a life: neither objects of the stages' names nor images that were not there before. */
export async function expectNothing(): Promise<void> {
  expect(await objectsNamed(engine, prefix)).toEqual([]);
  expect((await tags()).filter((tag) => !images.includes(tag))).toEqual([]);
}
