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

/** An edit, and the containers that are others after it: a second plan is empty. */
async function after(change: () => Promise<void>): Promise<string[]> {
  const before = await containers();
  await change();
  await example.deploy("shop");
  expect(await example.diff("shop")).toContain("No changes.");
  return changed(before, await containers());
}
const edit = (file: string, from: string, to: string) => after(() => example.edit(file, from, to));

const inspected = (name: string) => example.outer.containers.inspect(`${example.prefix}shop-${name}`);
const query = async (sql: string): Promise<string> => {
  const cmd = ["psql", "-h", "127.0.0.1", "-U", "postgres", "-tAc", sql];
  const db = `${example.prefix}shop-db-1`;
  return (await example.outer.exec.run(db, { cmd, env: ["PGPASSWORD=change-me"] })).stdout.trim();
};

test("an edit of the page builds it anew, and nothing else is touched", async () => {
  expect(await edit("web/index.html", "open", "closed")).toEqual(["web-1"]);
  expect(await page("/")).toContain("The shop is closed");
});

test("a third worker comes beside the two", async () => {
  expect(await edit("compose.yml", "scale: 2", "scale: 3")).toEqual(["worker-3"]);
});

test("a variable makes its service anew", async () => {
  const more = "scale: 3\n    environment: { PAUSE: none }";
  expect(await edit("compose.yml", "scale: 3", more)).toEqual(["worker-1", "worker-2", "worker-3"]);
});

test("a limit is changed in place", async () => {
  expect(await edit("compose.yml", "scale: 3", "scale: 3\n    mem_limit: 96m")).toEqual([]);
  expect((await inspected("worker-1")).HostConfig.Memory).toBe(96 * 2 ** 20);
});

test("a restart policy is changed in place", async () => {
  expect(await edit("compose.yml", "restart: unless-stopped", "restart: always")).toEqual([]);
  expect((await inspected("proxy-1")).HostConfig.RestartPolicy?.Name).toBe("always");
});

test("another configuration is put into a new proxy", async () => {
  expect(await edit("compose.yml", "path_beg /api", "path_beg /api /orders")).toEqual(["proxy-1"]);
  expect(await page("/api/orders.json")).toContain("orders");
});

test("another migration runs once more, beside what it wrote before", async () => {
  const more = "(id int); CREATE TABLE IF NOT EXISTS customers (id int)";
  expect(await edit("compose.yml", "(id int)", more)).toEqual(["migration-1"]);
  expect(await query("SELECT count(*) FROM orders, customers")).toBe("0");
});

test("a volume comes with a new container that mounts it, and a profile with its service", async () => {
  const volumes = "  cache:\n    image: redis:alpine\n    volumes: ['cache:/data']";
  const made = after(async () => {
    await example.edit("compose.yml", "  cache:\n    image: redis:alpine", volumes);
    await example.edit("compose.yml", "volumes:\n  db:\n", "volumes:\n  db:\n  cache:\n");
    await context({ profiles: "debug" });
  });
  expect(await made).toEqual(["cache-1", "shell-1"]);
});

test("a service that goes takes its container along", async () => {
  expect(await after(() => context({ profiles: "" }))).toEqual([]);
  expect(Object.keys(await containers())).not.toContain("shell-1");
});

test("a network that goes and one that comes make those that are on it anew, and the data stay", async () => {
  await query("INSERT INTO orders VALUES (7)");
  const made = after(() =>
    example.rewrite("compose.yml", (text) =>
      text.replaceAll(/\bback\b(?!end)/g, "inner").replaceAll("(id int);", "(id int) ;"),
    ),
  );
  expect((await made).sort()).toEqual(
    ["api-1", "cache-1", "db-1", "migration-1", "worker-1", "worker-2", "worker-3"].sort(),
  );
  expect(await query("SELECT id FROM orders")).toBe("7");
});

test("a destroy leaves the volume that is asked for, with its data, and the next deploy takes it up", async () => {
  await after(() => context({ keep: "db" }));
  await example.destroy("shop");
  expect(await example.objects()).toEqual([`${example.prefix}shop_db`]);
  await example.deploy("shop");
  expect(await query("SELECT id FROM orders")).toBe("7");
});

test("destroy leaves nothing where nothing is asked for", async () => {
  await after(() => context({ keep: "" }));
  await example.destroy("shop");
  expect(await example.objects()).toEqual([]);
});
