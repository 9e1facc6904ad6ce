import { spawn } from "node:child_process";
import type { Engine } from "../../../engine";
import { commandsOf } from "../../documentation/fences";
import { type Ended, OwnCheckout } from "../commands/own-checkout";
import { recordTerminal } from "../commands/terminal-recording";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { freePort } from "../free-port";
import { ownSubnet } from "../own-subnet";
import { runs } from "./runs";

jest.setTimeout(900_000);

const prefix = `${newPrefix("docs")}-`;
let engine: Engine;
let checkout: OwnCheckout;

beforeAll(async () => {
  engine = openEngine();
  const ports = { 5000: await freePort(), 5001: await freePort() };
  checkout = new OwnCheckout(prefix, { ports, subnet: `10.221.${ownSubnet()}.0/24` });
});

afterAll(async () => {
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

/** The command of somebody whose names have a prefix, so that stages that stand here already are left alone. */
const ours = (command: string) => command.replace(/(?<![\w-])(stage\d[-_]|voting_stack)/g, `${prefix}$1`);

function inShell(command: string): Promise<Ended> {
  const child = spawn("bash", ["-c", command], { cwd: checkout.folder, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((done) => child.on("close", (code) => done({ code: code ?? -1, stdout, stderr })));
}

describe.each(runs)("$page", ({ page, given, besides = {}, typed = {} }) => {
  beforeAll(async () => {
    const { code, stderr } = given.length > 0 ? await checkout.lab("deploy", ...given) : { code: 0, stderr: "" };
    if (code !== 0) throw new Error(stderr);
  });

  const commands = commandsOf(page).filter(({ command }) => !Object.hasOwn(besides, command));
  // A command may be there twice: tests are told apart by their place.
  const numbered = commands.map((each, index) => ({ ...each, number: index + 1 }));

  test.each(numbered)("$number: $command", async ({ command, fails }) => {
    const waits = Object.hasOwn(typed, command) ? typed[command] : undefined;
    if (waits) {
      const shell = ["bash", "-c", ours(command)] as const;
      const { code, drawn } = await recordTerminal(checkout.folder, shell, { columns: 80, type: waits });
      const isLeft = waits.shows ? waits.shows.test(drawn) : code === 0;
      expect({ isLeft, told: isLeft ? "" : drawn }).toEqual({ isLeft: true, told: "" });
      return;
    }
    const { code, stdout, stderr } = await inShell(ours(command));
    const isAsSaid = (code !== 0) === fails;
    expect({ code, told: isAsSaid ? "" : stdout + stderr }).toEqual({ code, told: "" });
  });
});

test("what the pages deployed is taken back by ./lab destroy", async () => {
  const { code, stderr } = await checkout.lab("destroy");
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});
