import { setTimeout as pause } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import type { Engine } from "../../../../engine";
import { newPrefix, openEngine, removeNamed } from "../../drills/lab-objects";
import { freePort } from "../../free-port";
import { ownSubnet } from "../../own-subnet";
import { OwnCheckout } from "../own-checkout";
import { openTerminalIn, ServedPage, terminalOpenedBy } from "./lab-page";

jest.setTimeout(400_000);

const prefix = `${newPrefix("page")}-`;
let engine: Engine;
let checkout: OwnCheckout;
let served: ServedPage;
let page: Page;
let ports: { readonly 5000: number; readonly 5001: number };

beforeAll(async () => {
  engine = openEngine();
  ports = { 5000: await freePort(), 5001: await freePort() };
  checkout = new OwnCheckout(prefix, { ports, subnet: `10.212.${ownSubnet()}.0/24` });
  const { code, stderr } = await checkout.lab("deploy", "stage4");
  expect([code, stderr]).toEqual([0, expect.anything()]);
  served = await ServedPage.serve(checkout, ["stage3", "stage4", "--host-shell"]);
  page = await served.open("stage4");
});

afterAll(async () => {
  await served?.close();
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

const node = (name: string) => page.locator(`.node[data-node=${name}]`);
const tasks = (service: string, within: Page | Locator = page) =>
  within.locator(`.task.running[data-name^="${prefix}voting_stack_${service}."]`);
const votes = async (option: "a" | "b") => Number(await page.locator(`[data-votes=${option}]`).textContent());

async function untilTrue(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(100);
}

const inTerminal = async (typed: string, shown: RegExp) => {
  await page.locator(".pane:not([hidden]) textarea").focus();
  await page.keyboard.type(`${typed}\n`);
  const lines = page.locator(".pane:not([hidden]) .xterm-accessibility-tree > div");
  const screen = async () => (await lines.allTextContents()).map((line) => line.replaceAll("\u00a0", " ").trimEnd());
  await untilTrue(async () => shown.test((await screen()).join("\n")));
};

const openTerminal = (kind: string, name: string) => openTerminalIn(page, kind, name);

/** Commands of the processes in a node. */
const processesIn = async (name: string): Promise<string[]> =>
  ((await engine.containers.top(`${prefix}stage3-${name}`)).Processes ?? []).map((each) => String(each.at(-1)));

test("nodes are machines with their tasks inside, and networks lines that they hang on", async () => {
  await untilTrue(async () => (await tasks("vote").count()) === 2);
  expect(await page.locator(".node").count()).toBe(3);
  expect(await tasks("db", node("node1")).count()).toBe(1);
  expect((await page.locator(".line-name").allTextContents()).sort()).toEqual(
    expect.arrayContaining([`${prefix}voting_stack_backend`, `${prefix}voting_stack_frontend`]),
  );
  expect(await page.locator(".drop").count()).toBeGreaterThan(3);
  await page.locator(`[data-kind=network][data-name="${prefix}voting_stack_backend"]`).click();
  const details = page.locator(".details");
  await details.getByText("overlay", { exact: true }).waitFor();
  await details.getByRole("button", { name: "Close" }).click();
});

test("the addresses are those where it is", async () => {
  expect(await page.locator(".addresses a").first().getAttribute("href")).toBe(`http://127.0.0.1:${ports[5000]}`);
});

test("a vote that is cast in another window moves the numbers", async () => {
  await page.locator("[data-votes=a]").waitFor();
  const before = await votes("a");
  const other = await served.stranger();
  await other.goto(`http://127.0.0.1:${ports[5000]}/`);
  await other.locator("button[value=a]").click();
  await untilTrue(async () => (await votes("a")) === before + 1);
});

test("`echo` in a terminal of node2 answers", async () => {
  await openTerminal("node", "node2");
  await inTerminal("echo $((6*7)) on $(hostname)", /^42 on node2$/m);
});

test("a terminal has the size of its pane, and Ctrl-C interrupts", async () => {
  await inTerminal("stty size", /^(1\d|2\d) (6|7|8|9|10|11|12)\d$/m);
  await page.keyboard.type("sleep 1000\n");
  // Before it runs in the foreground, it is the shell that would be interrupted.
  await untilTrue(async () => (await processesIn("node2")).some((each) => each === "sleep 1000"));
  await page.keyboard.press("Control+c");
  await inTerminal('echo go""on', /^goon$/m);
});

test("scaled to 5 in a terminal of the manager, five tasks are shown", async () => {
  await openTerminal("node", "node1");
  await page.locator(".pane:not([hidden]) textarea").focus();
  await page.keyboard.type(`docker service scale -d ${prefix}voting_stack_vote=5\n`);
  await untilTrue(async () => (await tasks("vote").count()) === 5);
});

test("a terminal into a task's container is one of that container", async () => {
  const name = await tasks("redis").first().getAttribute("data-name");
  await openTerminal("task", name!);
  await inTerminal("redis-cli ping", /^PONG$/m);
});

test("a shell of this machine is there, since that was asked for", async () => {
  await terminalOpenedBy(page, page.getByRole("button", { name: "Shell of this machine" }));
  await inTerminal("pwd", new RegExp(`^${checkout.folder}$`, "m"));
});

test("terminals end with their tab and with the page, and all that ran in them", async () => {
  await openTerminal("node", "node2");
  await inTerminal("sleep 123456 & echo begun", /^begun$/m);
  expect((await processesIn("node2")).filter((each) => each.includes("sleep 123456"))).toHaveLength(1);
  await page.reload();
  await untilTrue(async () => !(await processesIn("node2")).some((each) => /sleep 123456|^(ba)?sh$/.test(each)));
});

test("a node that is killed turns grey, and its tasks move", async () => {
  await engine.containers.kill(`${prefix}stage3-node3`);
  await page.locator(".node.down[data-node=node3]").waitFor();
  await untilTrue(async () => (await node("node3").locator(".task").count()) === 0);
  await untilTrue(async () => (await tasks("vote").count()) === 5);
  await engine.containers.start(`${prefix}stage3-node3`);
  await page.locator(".node:not(.down)[data-node=node3]").waitFor();
});

test("its lessons are checked in the page", async () => {
  await page.getByRole("button", { name: "Verify" }).click();
  await untilTrue(async () => (await page.locator(".work .state").textContent()) !== "running");
  expect(await page.locator(".check.false").allTextContents()).toEqual([]);
});

test("it ends with Ctrl-C, and nothing of it stays in the nodes", async () => {
  await openTerminal("node", "node1");
  await inTerminal("sleep 654321 & echo begun", /^begun$/m);
  expect(await served.close()).toBe(0);
  expect((await processesIn("node1")).filter((each) => each.includes("sleep 654321"))).toEqual([]);
  // It ends by itself, once it has read to the end of what is asked.
  await untilTrue(async () => !(await processesIn("node1")).some((each) => each.includes("psql")));
});
