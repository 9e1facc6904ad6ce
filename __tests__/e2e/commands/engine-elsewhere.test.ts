import { join } from "node:path";
import { copyStandIns } from "../../../commands/test/stand-ins";
import { allStandIns } from "../../../offline/images";
import { ensureMirror } from "../../../offline/mirror";
import { registryName } from "../../../offline/registry/container";
import { openEngine } from "../drills/lab-objects";
import { type Ended, OwnCheckout } from "./own-checkout";
import { freeNetwork, OwnMachine } from "./own-machine";

jest.setTimeout(600_000);

const network = freeNetwork();
const DOCKER_HOST = `tcp://${network.inside}:2375`;
let machine: OwnMachine;
let checkout: OwnCheckout;

const labHere = (...args: string[]): Promise<Ended> => checkout.start(args, { DOCKER_HOST }).ended;
const labThere = (...args: string[]) => machine.run(join(checkout.folder, "lab"), ...args);

/** A failure is shown with what the command said of it. */
const expectSuccess = ({ code, stderr }: Ended) =>
  expect({ code, failure: code === 0 ? "" : stderr }).toEqual({ code: 0, failure: "" });

/** What this machine's mirror serves, so that `./lab mirror on` there builds nothing. */
async function giveStandIns(): Promise<void> {
  const here = openEngine();
  await ensureMirror(here, allStandIns, () => {});
  await copyStandIns(here, machine.engine);
  here.close();
}

beforeAll(async () => {
  const dockerd = [`--host=${DOCKER_HOST}`];
  machine = await OwnMachine.start({ network, dockerd });
  checkout = new OwnCheckout("");
  await giveStandIns();
});

afterAll(async () => {
  await checkout?.untilQuiet();
  await machine?.remove();
  checkout?.remove();
});

test("without images and a mirror there, deploy says on which machine one can be made", async () => {
  const { code, stderr } = await labHere("deploy", "stage3");
  expect(stderr).toMatch(/^✗ Docker Hub cannot be reached.*the engine runs on another machine, \S+\)/m);
  expect(code).toBe(1);
});

test("its kernel is not known from here before there is a node", async () => {
  expect((await labHere("doctor")).stdout).toMatch(
    /^✓ kernel +\S+ of \S+ may have ip_vs, which is not known from here/m,
  );
});

test("the mirror that ./lab made there serves a deploy from here; a node tells of the kernel there", async () => {
  expectSuccess(await labThere("mirror", "on"));
  expectSuccess(await labHere("deploy", "stage3"));
  const { stdout } = await labHere("doctor");
  expect(stdout).toMatch(/^✓ kernel +\S+ of \S+ has no ip_vs; swarm services are published by HAProxy/m);
  expect(stdout).toMatch(/^✓ images +stand-ins from /m);
  expect((await labHere("mirror")).stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+ +\.\/lab +not known from here$/m);
});

test("every lesson of stage 4 holds, the ports asked on the machine where they are published", async () => {
  expectSuccess(await labHere("deploy", "stage4"));
  const { code, stdout } = await labHere("verify", "stage4");
  const [, ...lines] = stdout.trim().split("\n");
  expect([code, lines.slice(0, 5)]).toEqual([0, Array(5).fill(expect.stringMatching(/^✓/))]);
  expect(lines.slice(5)).toEqual([
    "Vote: http://127.0.0.1:5000  Results: http://127.0.0.1:5001",
    expect.stringMatching(/^\(on \S+, the engine's machine\)$/),
  ]);
});

test("a mesh that the kernel there cannot carry is told of", async () => {
  await labHere("ingress", "mesh");
  const { stderr } = await labHere("status", "stage4");
  expect(stderr).toMatch(/the kernel of \S+ has no ip_vs loaded: run `modprobe ip_vs && docker restart stage3-node1 /);
});

test("the mirror is undone there alone, and `destroy` leaves nothing", async () => {
  const { code, stderr } = await labHere("mirror", "off");
  expect([code, stderr]).toEqual([1, expect.stringContaining("the engine runs on another machine")]);
  expectSuccess(await labHere("destroy"));
  expect((await machine.engine.containers.list({ all: true })).flatMap(({ Names }) => Names)).toEqual([
    `/${registryName}`,
  ]);
});
