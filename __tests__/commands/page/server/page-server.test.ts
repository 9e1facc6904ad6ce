import { once } from "node:events";
import { gunzipSync } from "node:zlib";
import { WebSocket } from "ws";
import { asset } from "../../../../commands/page/server/assets";
import { PageServer } from "../../../../commands/page/server/page-server";

let server: PageServer;
let base: string;
let cookie: string;
let orders: number;

beforeEach(async () => {
  orders = 0;
  server = await PageServer.listen(0, {
    assets: new Map([["index.html", asset(".html", Buffer.from("<h1>labs</h1>"))]]),
    questions: { known: async (query) => (query.has("id") ? { id: query.get("id") } : undefined) },
    orders: {
      go: () => {
        orders += 1;
        return orders === 1;
      },
    },
    sockets: { echo: (socket) => socket.on("message", (data) => socket.send(data)) },
  });
  const entered = await fetch(server.address, { redirect: "manual" });
  cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
  base = new URL(entered.headers.get("location")!, server.address).href;
});

afterEach(() => server.close());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(base + path, { ...init, headers: { cookie, ...init.headers } });
const origin = () => new URL(server.address).origin;

test("the address becomes a cookie, and is gone from where the browser is", async () => {
  const entered = await fetch(server.address, { redirect: "manual" });
  expect([entered.status, entered.headers.get("location")]).toEqual([303, expect.not.stringContaining("token")]);
});

test("it listens on 127.0.0.1 alone", () => {
  expect(new URL(server.address).hostname).toBe("127.0.0.1");
});

test.each(["", "known?id=1", "nothing"])("every answer says how it is to be treated (%j)", async (path) => {
  const { headers } = await ask(path);
  expect(headers.get("content-security-policy")).toMatch(/default-src 'none'; script-src 'self';/);
  expect([headers.get("x-content-type-options"), headers.get("referrer-policy"), headers.get("cache-control")]).toEqual(
    ["nosniff", "no-referrer", "no-store"],
  );
});

test("files are sent packed to whoever takes that", async () => {
  const plain = await ask("", { headers: { "accept-encoding": "identity" } });
  expect(await plain.text()).toBe("<h1>labs</h1>");
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect((await ask("")).headers.get("content-encoding")).toBe("gzip");
  const { zipped } = asset(".html", Buffer.from("<h1>labs</h1>"));
  expect(gunzipSync(zipped).toString()).toBe("<h1>labs</h1>");
});

test("what is not there is 404, what is inherited too", async () => {
  const statuses = await Promise.all(
    ["known", "nothing", "constructor", "__proto__", "toString?x=1"].map(async (path) => (await ask(path)).status),
  );
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});

describe("an order", () => {
  const post = (path: string, headers: Record<string, string>) => ask(path, { method: "POST", headers });

  test("is carried out for the page itself, and is 409 where it can't be", async () => {
    expect((await post("go", { origin: origin() })).status).toBe(202);
    expect((await post("go", { origin: origin() })).status).toBe(409);
    expect((await post("constructor", { origin: origin() })).status).toBe(404);
  });

  test("is not for any other page, nor by reading", async () => {
    expect((await post("go", { origin: "http://attacker.example" })).status).toBe(403);
    expect((await post("go", {})).status).toBe(403);
    expect((await ask("go")).status).toBe(404);
    expect((await ask("go", { method: "DELETE", headers: { origin: origin() } })).status).toBe(405);
    expect(orders).toBe(0);
  });
});

describe("a socket", () => {
  const open = (path: string, headers: Record<string, string>) =>
    new WebSocket(base.replace("http", "ws") + path, { headers: { cookie, ...headers } });
  const refusal = async (socket: WebSocket) => String((await once(socket, "error"))[0]);

  test("is opened for the page itself", async () => {
    const socket = open("echo", { origin: origin() });
    await once(socket, "open");
    socket.send("hello");
    expect(String((await once(socket, "message"))[0])).toBe("hello");
  });

  test("is not for another page, without the cookie, or where there is none", async () => {
    expect(await refusal(open("echo", { origin: "http://attacker.example" }))).toContain("403");
    expect(await refusal(open("echo", {}))).toContain("403");
    expect(await refusal(open("echo", { origin: origin(), cookie: "" }))).toContain("403");
    expect(await refusal(open("constructor", { origin: origin() }))).toContain("404");
  });

  test("ends with the server", async () => {
    const socket = open("echo", { origin: origin() });
    await once(socket, "open");
    const closed = once(socket, "close");
    await server.close();
    await closed;
    server = await PageServer.listen(0, { assets: new Map(), questions: {}, orders: {}, sockets: {} });
  });
});
