import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Engine } from "../../../../engine";
import { newPrefix, openEngine, removeNamed } from "../../drills/lab-objects";
import { OwnCheckout } from "../own-checkout";
import { openTerminalIn, ServedPage, statusOf } from "./lab-page";

jest.setTimeout(300_000);

const prefix = `${newPrefix("page")}-`;
let engine: Engine;
let checkout: OwnCheckout;
let served: ServedPage;
let page: Page;

beforeAll(async () => {
  engine = openEngine();
  checkout = new OwnCheckout(prefix);
  served = await ServedPage.serve(checkout);
  page = await served.open("stage1");
});

afterAll(async () => {
  await served?.close();
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

const openTerminal = (kind: string, name: string) => openTerminalIn(page, kind, name);
const step = (key: string) => page.locator(`#${key}`);
const work = () => page.locator(".work .state");

describe("nobody else", () => {
  test("gets anything without the token", async () => {
    const stranger = await served.stranger();
    for (const path of ["/", "/?token=guessed", new URL(page.url()).pathname, `${new URL(page.url()).pathname}page.js`])
      expect([path, (await stranger.goto(served.origin + path))?.status()]).toEqual([path, 403]);
  });

  test("gets anything under another host's name, or opens a socket from another page", async () => {
    const [cookie] = await page.context().cookies(page.url());
    const headers = { cookie: `${cookie!.name}=${cookie!.value}` };
    const url = page.url().split("#")[0]!;
    const upgrade = {
      ...headers,
      ...{ connection: "upgrade", upgrade: "websocket", "sec-websocket-version": "13" },
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
    };
    expect(await statusOf(url, headers)).toBe(200);
    expect(await statusOf(url, { ...headers, host: "attacker.example" })).toBe(403);
    expect(await statusOf(url, { ...headers, origin: "http://attacker.example" })).toBe(403);
    expect(await statusOf(`${url}live`, { ...upgrade, origin: served.origin })).toBe(101);
    for (const origin of ["http://attacker.example", "null"])
      expect(await statusOf(`${url}live`, { ...upgrade, origin })).toBe(403);
    expect(await statusOf(`${url}live`, upgrade)).toBe(403);
  });
});

test("a stage that is not deployed has its commands, and is deployed by a button, with what ./lab says", async () => {
  await page.getByText("not deployed").waitFor();
  await page.getByRole("button", { name: "Deploy" }).click();
  await page.getByText("$ ./lab deploy stage1").waitFor();
  expect(await page.getByRole("button", { name: "Destroy" }).isDisabled()).toBe(true);
  await page.locator(".work.good").waitFor({ timeout: 200_000 });
  expect(await work().textContent()).toBe("done");
  expect(await page.locator(".work .log").textContent()).toMatch(/^stage1 {2}\d+ added, 0 changed, 0 destroyed$/m);
});

test("each step has its command, what it printed here and what to look at", async () => {
  const first = step("hello_world");
  await first.getByText("Hello from Docker!").first().waitFor();
  expect(await first.locator("h3").textContent()).toBe("$ docker container run hello-world");
  expect(await first.locator(".look").textContent()).toMatch(/^Look at: The engine pulled the image/);
  // Terraform writes its outputs down one after the other.
  await page.locator(".step").nth(14).waitFor();
  expect(await page.locator(".step").count()).toBe(15);
});

test("lessons are checked by a button, each at the step that shows it", async () => {
  expect(await step("hello_world").locator(".check.null").count()).toBe(1);
  await page.getByRole("button", { name: "Verify" }).click();
  await page.locator(".work.good").waitFor();
  await step("container_ls_all").locator(".check.true").waitFor();
  expect(await page.locator(".check.true").count()).toBe(8);
  expect(await page.locator(".check.false").count()).toBe(0);
});

describe("the picture", () => {
  const container = (name: string) => page.locator(`[data-kind=container][data-name="${prefix}${name}"]`);

  test("has containers on the image that they were made of", async () => {
    const stack = page.locator(".image-stack", { has: page.locator("[data-kind=image]", { hasText: "alpine" }) });
    expect(await stack.locator(".container").count()).toBe(5);
    expect(await stack.locator(".container.up").count()).toBe(2);
  });

  test("follows what happens, by events", async () => {
    const writer = `[data-kind=container][data-name="${prefix}stage1-isolation-writer"]`;
    await engine.containers.stop(`${prefix}stage1-isolation-writer`, { timeout: 0 });
    await page.locator(`${writer}:not(.up)`).waitFor();
    await engine.containers.start(`${prefix}stage1-isolation-writer`);
    await page.locator(`${writer}.up`).waitFor();
  });

  test("shows by a click what inspect shows, folded to what matters, and logs", async () => {
    await container("stage1-hello-world").click();
    const details = page.locator(".details");
    await details.getByText("Hello from Docker!").waitFor();
    expect(await details.locator("dl").textContent()).toMatch(/Config\.Image.*hello-world.*State\.ExitCode0/);
    expect(await details.getByRole("button", { name: "Terminal" }).count()).toBe(0);
    await details.getByRole("button", { name: "Close" }).click();
  });

  test("is used by keyboard alone, each object saying what it is", async () => {
    await container("stage1-alpine-ls").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "container" }).getByText("exited", { exact: true }).waitFor();
    expect(await container("stage1-alpine-ls").getAttribute("aria-label")).toBe(
      `container ${prefix}stage1-alpine-ls exited (0)`,
    );
    await page.getByRole("button", { name: "Close" }).click();
  });
});

test("what is typed before a terminal is connected reaches it", async () => {
  let connect = () => {};
  const isTyped = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await page.routeWebSocket(/terminal/, async (socket) => {
    await isTyped;
    socket.connectToServer();
  });
  await page.reload();
  await openTerminal("container", `${prefix}stage1-alpine-interactive`);
  await page.keyboard.type("echo $((6*7))\n");
  connect();
  await page.locator(".xterm-accessibility-tree > div", { hasText: /^42$/ }).waitFor();
  await page.locator(".tab.shown").getByRole("button", { name: "Close" }).click();
});

test("what is selected in a terminal is copied by Ctrl-C, and pasted by Ctrl-V", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTerminal("container", `${prefix}stage1-alpine-interactive`);
  const line = (text: RegExp) => page.locator(".xterm-accessibility-tree > div", { hasText: text });
  await line(/#/).first().waitFor();
  await page.locator(".pane textarea").focus();
  await page.keyboard.type("echo copied\n");
  await line(/^copied/).waitFor();
  const drawn = page.locator(".xterm-rows > div", { hasText: /^copied/ });
  await drawn.dblclick({ position: { x: 10, y: 8 }, force: true });
  await page.keyboard.press("Control+c");
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("copied");
  await page.keyboard.type("echo again ");
  await page.keyboard.press("Control+v");
  await line(/echo again copied/).waitFor();
  await page.keyboard.press("Enter");
  await line(/^again copied/).waitFor();
});

test("the language is the reader's, by a click, and stays", async () => {
  await page.getByRole("button", { name: "Español" }).click();
  await page.getByRole("button", { name: "Desplegar" }).waitFor();
  expect(await step("hello_world").locator(".look").textContent()).toMatch(/^Fíjate: El motor descargó/);
  await page.reload();
  await page.getByRole("button", { name: "Comprobar" }).waitFor();
  await page.getByRole("button", { name: "English" }).click();
});

test("the guide is there to read, with its pictures", async () => {
  await page.locator(".prose summary").click();
  const picture = page.locator(".prose img").first();
  await picture.waitFor();
  expect(
    await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
  ).toBeGreaterThan(0);
});

test("what runs in another terminal is seen, and keeps anything else from being begun", async () => {
  const elsewhere = checkout.start(["deploy", "stage1"]);
  await page.locator(".work", { hasText: "in another terminal" }).waitFor();
  expect(await page.getByRole("button", { name: "Deploy" }).isDisabled()).toBe(true);
  expect((await elsewhere.ended).code).toBe(0);
  await page.getByRole("button", { name: "Deploy", disabled: false }).waitFor();
});

test("a snapshot is one file without scripts, with steps, outputs, checks and the picture", async () => {
  const { code, stderr } = await checkout.start(["page", "stage1", "--snapshot", "report.html"], {
    LC_ALL: "es_ES.UTF-8",
  }).ended;
  expect([code, stderr]).toEqual([0, expect.stringContaining("report.html está escrito")]);
  const html = readFileSync(join(checkout.folder, "report.html"), "utf8");
  expect(html).not.toMatch(/<script|<link|src=|@import|url\(/);
  const reader = await served.stranger();
  await reader.setContent(html);
  expect(await reader.locator(".check.true").count()).toBe(8);
  expect(await reader.locator("#hello_world pre").first().textContent()).toContain("Hello from Docker!");
  expect(await reader.locator(`[data-kind=container][data-name="${prefix}stage1-hello-world"]`).count()).toBe(1);
});

test("nothing that the page did was refused by its own policy", async () => {
  const fresh = await served.stranger();
  const complaints: string[] = [];
  fresh.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  fresh.on("pageerror", (error) => complaints.push(error.message));
  await fresh.goto(served.address);
  await fresh.locator(".image-stack").first().waitFor();
  expect(complaints).toEqual([]);
});

test("destroyed by a button, nothing is left to be seen", async () => {
  await page.getByRole("button", { name: "Destroy" }).click();
  await page.getByText("Nothing of the labs is here yet.").waitFor({ timeout: 100_000 });
  await page.getByText("not deployed").waitFor();
});
