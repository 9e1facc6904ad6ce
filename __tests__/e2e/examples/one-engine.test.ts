import { get } from "node:http";
import { text } from "node:stream/consumers";
import { freePort } from "../free-port";
import { Example } from "./example";

jest.setTimeout(400_000);

let example: Example;
let port: number;
beforeAll(async () => {
  port = await freePort();
  example = await Example.install("one-engine");
  await context({ port: String(port) });
});
afterAll(() => example?.close());

const context = (more: object) =>
  example.rewrite("cdktf.json", (written) => {
    const file = JSON.parse(written);
    return JSON.stringify({ ...file, context: { ...file.context, ...more } });
  });

const page = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path }, (answer) => resolve(text(answer))).on("error", reject);
  });

const containers = async (): Promise<Record<string, string>> => {
  const filters = { label: [`com.docker.compose.project=${example.prefix}shop`] };
  const found = await example.outer.containers.list({ all: true, filters });
  return Object.fromEntries(found.map(({ Id, Names }) => [Names[0]!.slice(`/${example.prefix}shop-`.length), Id]));
};
/** Containers that are new, or others under their names. */
const changed = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(after)
    .filter((name) => after[name] !== before[name])
    .sort();

test("it type checks", async () => {
  await example.run("npx", "tsc");
});

test("the file is one deploy, and a second plan is empty", async () => {
  await example.deploy("shop");
  expect(await page("/")).toContain("The shop is open");
  expect(await page("/api/orders.json")).toContain("orders");
  expect(await example.diff("shop")).toContain("No changes.");
});

test("an edit of the page builds it anew, and nothing else is touched", async () => {
  const before = await containers();
  await example.edit("web/index.html", "open", "closed");
  await example.deploy("shop");
  expect(changed(before, await containers())).toEqual(["web-1"]);
  expect(await page("/")).toContain("The shop is closed");
});

test("a third worker comes beside the two", async () => {
  const before = await containers();
  await example.edit("compose.yml", "scale: 2", "scale: 3");
  await example.deploy("shop");
  expect(changed(before, await containers())).toEqual(["worker-3"]);
});

test("a profile brings its service", async () => {
  const before = await containers();
  await context({ profiles: "debug" });
  await example.deploy("shop");
  expect(changed(before, await containers())).toEqual(["shell-1"]);
  expect(await example.diff("shop")).toContain("No changes.");
});

test("destroy leaves nothing", async () => {
  await example.destroy("shop");
  expect(await example.objects()).toEqual([]);
});
