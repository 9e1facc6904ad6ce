import { stages } from "../../../commands/stages";
import type { Engine } from "../../../engine";
import { OwnCheckout } from "../commands/own-checkout";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { freePort } from "../free-port";
import { ownSubnet } from "../own-subnet";

jest.setTimeout(600_000);

const prefix = `${newPrefix("lives")}-`;
let engine: Engine;
let checkout: OwnCheckout;
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
const each = (line: (stage: string) => string) => stages.map((stage) => expect.stringContaining(line(stage)));

/** Nothing is left of a life: neither objects of the stages' names nor images that were not there before. */
async function expectNothing(): Promise<void> {
  expect(await objectsNamed(engine, prefix)).toEqual([]);
  expect((await tags()).filter((tag) => !images.includes(tag))).toEqual([]);
}

async function expectNoDiff(): Promise<void> {
  for (const stage of stages) {
    const { stdout, stderr } = await checkout.cdktf("diff", stage);
    expect([stage, stderr, stdout]).toEqual([stage, expect.any(String), expect.stringContaining("No changes.")]);
  }
}

describe("deployed by ./lab", () => {
  test("all stages are deployed", async () => {
    const { code, stdout, stderr } = await checkout.lab("deploy", ...stages);
    expect({ code, failure: code === 0 ? "" : stderr }).toEqual({ code: 0, failure: "" });
    expect(stages.map(() => stdout)).toEqual(each((stage) => `\n${stage}\n`));
  });

  test("a second deploy changes nothing", async () => {
    const { code, stderr } = await checkout.lab("deploy", ...stages);
    expect(stages.map(() => stderr)).toEqual(each((stage) => `${stage}  no changes\n`));
    expect(code).toBe(0);
  });

  test("each lesson holds", async () => {
    const { code, stdout } = await checkout.lab("verify", ...stages);
    expect([code, stdout]).toEqual([0, expect.not.stringContaining("✗")]);
  });

  test("plain cdktf finds nothing to change", expectNoDiff);

  test("plain cdktf's destroy leaves nothing", async () => {
    const { code, stdout, stderr } = await checkout.cdktf("destroy", ...stages, "--auto-approve");
    expect([code, stderr, stdout]).toEqual([0, expect.any(String), expect.stringContaining("Destroy complete!")]);
    await expectNothing();
  });
});

describe("deployed by plain cdktf", () => {
  test("all stages are deployed", async () => {
    const { code, stdout, stderr } = await checkout.cdktf("deploy", ...stages, "--auto-approve");
    expect([code, stderr, stdout]).toEqual([0, expect.any(String), expect.stringContaining("Apply complete!")]);
  });

  test("a diff of each shows no change", expectNoDiff);

  test("./lab finds nothing to change", async () => {
    const { code, stderr } = await checkout.lab("deploy", ...stages);
    expect([code, ...stages.map(() => stderr)]).toEqual([0, ...each((stage) => `${stage}  no changes\n`)]);
  });

  test("a second deploy changes nothing", async () => {
    const { stdout } = await checkout.cdktf("deploy", ...stages, "--auto-approve");
    expect(stdout.match(/Resources: 0 added, 0 changed, 0 destroyed/g)).toHaveLength(stages.length);
  });

  test("./lab's destroy leaves nothing", async () => {
    expect(await checkout.lab("destroy")).toMatchObject({ code: 0 });
    await expectNothing();
  });
});
