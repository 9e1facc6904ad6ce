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

test.each([80, 120])(
  "on %i columns, stages 3 and 4 are deployed, verified and destroyed under live lines",
  async (columns) => {
    const deployed = await lab(columns, "deploy", "stage4");
    expectLively(deployed, columns);
    expect(deployed.drawn).toMatch(/^. stage3 {2}[━─]{5,} {2}\d+ of \d+ {2}\d+s$/m);
    expect(deployed.drawn).toMatch(/^· stage4 {2}waits for stage3$/m);
    expect(deployed.drawn).toMatch(/^ {4}\+ docker_service\.\S+_vote {2}[01] of 2 tasks {2}\d+s$/m);
    const addresses = `Vote: http://127.0.0.1:${ports[5000]}  Results: http://127.0.0.1:${ports[5001]}`;
    expect(deployed.lastLine).toBe(addresses);
    const verified = await lab(columns, "verify", "stage4");
    expectLively(verified, columns);
    expect(verified.lastLine).toBe(addresses);
    const destroyed = await lab(columns, "destroy");
    expectLively(destroyed, columns);
    expect(destroyed.drawn).toMatch(/^stage3 {2}\d+ destroyed$/m);
    expect(await objectsNamed(engine, prefix)).toEqual([]);
  },
);

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
