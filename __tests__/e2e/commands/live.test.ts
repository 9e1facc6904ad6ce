import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { freePort } from "../free-port";
import { ownSubnet } from "../own-subnet";
import { OwnCheckout } from "./own-checkout";
import { type Recording, recordTerminal } from "./terminal-recording";

jest.setTimeout(600_000);

/** Longest time without a sign, in milliseconds. */
const QUIET = 3000;

const prefix = `${newPrefix("live")}-`;
let engine: Engine;
let checkout: OwnCheckout;
let ports: { readonly 5000: number; readonly 5001: number };

beforeAll(async () => {
  engine = openEngine();
  ports = { 5000: await freePort(), 5001: await freePort() };
  checkout = new OwnCheckout(prefix, { ports, subnet: `10.214.${ownSubnet()}.0/24` });
});

afterAll(async () => {
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

const lab = (columns: number, ...args: string[]) => recordTerminal(checkout.folder, ["./lab", ...args], { columns });

/** What a command of ./lab does on any terminal. */
function expectLively({ code, longestQuiet, widest }: Recording, columns: number): void {
  expect([code, longestQuiet < QUIET || longestQuiet, widest <= columns || widest]).toEqual([0, true, true]);
}

const addresses = () => `Vote: http://127.0.0.1:${ports[5000]}  Results: http://127.0.0.1:${ports[5001]}`;

/** Records a command that ends well, and is lively while it goes on. */
async function lively(columns: number, ...args: string[]): Promise<Recording> {
  const recording = await lab(columns, ...args);
  expectLively(recording, columns);
  return recording;
}

const stages = ["stage1", "stage2", "stage3", "stage4"] as const;

describe("on 80 columns, all stages together are under live lines", () => {
  test("where they are deployed", async () => {
    const { drawn, lastLine } = await lively(80, "deploy", "stage1", "stage2", "stage4");
    for (const stage of stages)
      expect(drawn).toMatch(new RegExp(`^. ${stage} {2}[━─]{5,} {2}\\d+ of \\d+ {2}\\d+s$`, "m"));
    expect(drawn).toMatch(/^· stage4 {2}waits for stage3$/m);
    expect(drawn).toMatch(/^ {4}\+ docker_service\.\S+_vote {2}[01] of 2 tasks {2}\d+s$/m);
    expect(lastLine).toBe(addresses());
  });

  test("where they are verified", async () => {
    expect((await lively(80, "verify")).lastLine).toBe(addresses());
  });

  test("where they are destroyed", async () => {
    const { drawn } = await lively(80, "destroy");
    for (const stage of stages) expect(drawn).toMatch(new RegExp(`^${stage} {2}\\d+ destroyed$`, "m"));
    expect(await objectsNamed(engine, prefix)).toEqual([]);
  });
});

describe("on 120 columns, a stage by itself is under live lines", () => {
  test("where it is deployed", async () => {
    const { drawn } = await lively(120, "deploy", "stage1");
    expect(drawn).toMatch(/^. stage1 {2}[━─]{5,} {2}\d+ of \d+ {2}\d+s$/m);
  });

  test("where it is verified", async () => {
    await lively(120, "verify", "stage1");
  });

  test("where it is destroyed", async () => {
    const { drawn } = await lively(120, "destroy", "stage1");
    expect(drawn).toMatch(/^stage1 {2}\d+ destroyed$/m);
    expect(await objectsNamed(engine, prefix)).toEqual([]);
  });
});

test("Ctrl-C says what to do, and leaves the terminal with its cursor", async () => {
  const { code, lastLine, text } = await recordTerminal(checkout.folder, ["./lab", "deploy", "stage1"], {
    columns: 80,
    type: { text: "\u0003", once: /\+ docker_image/ },
  });
  expect([code, lastLine]).toEqual([
    130,
    "✗ interrupted: `./lab deploy stage1` goes on from here, `./lab destroy stage1` takes back what was made",
  ]);
  expect(text.lastIndexOf("\u001b[?25h")).toBeGreaterThan(text.lastIndexOf("\u001b[?25l"));
  await checkout.untilQuiet();
  expect(await checkout.lab("destroy")).toMatchObject({ code: 0 });
});
