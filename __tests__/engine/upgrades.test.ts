import { once } from "node:events";
import type { Duplex } from "node:stream";
import { answering, FakeEngine, type FakeEngineOptions, failureOf, type Handler } from "./fake-engine";

let fake: FakeEngine;

async function start(handler: Handler, options?: FakeEngineOptions) {
  fake = await FakeEngine.start(handler, options);
  return fake.engine;
}

afterEach(() => fake.close());

/** All that comes, until the other side ends; its own side stays as it is. */
async function received(connection: Duplex): Promise<string> {
  const chunks: Buffer[] = [];
  connection.on("data", (chunk) => chunks.push(chunk));
  await once(connection, "end");
  return Buffer.concat(chunks).toString();
}

describe("an upgrade", () => {
  const upgraded = "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";

  test("gives the raw connection, with what came along; after its own end it still reads", async () => {
    const engine = await start(answering(500, {}));
    fake.onUpgrade(async (connection) => {
      connection.write(`${upgraded}early `);
      const heard = await received(connection);
      connection.end(`heard ${heard}`);
    });
    const connection = await engine.hijack({ method: "POST", path: "/session" });
    connection.end("late");
    expect(await received(connection)).toBe("early heard late");
    expect(fake.requests).toContain("POST /v1.41/session");
  });

  test("after the engine's end still writes", async () => {
    const engine = await start(answering(500, {}));
    const heard = new Promise((resolve) => {
      fake.onUpgrade((connection) => {
        connection.end(`${upgraded}over`);
        resolve(received(connection));
      });
    });
    const connection = await engine.hijack({ method: "POST", path: "/session" });
    expect(await received(connection)).toBe("over");
    connection.end("one more thing");
    expect(await heard).toBe("one more thing");
  });

  test("that the engine refuses is its refusal", async () => {
    const engine = await start(answering(404, { message: "No such container: web" }));
    expect(await failureOf(engine.containers.attach("web"))).toMatchObject({ code: "not-found" });
  });

  test("that does not happen is an error", async () => {
    const engine = await start(answering(200, {}));
    expect(await failureOf(engine.containers.attach("web"))).toMatchObject({ code: "malformed-response" });
  });

  test("ends with the engine", async () => {
    const engine = await start(answering(500, {}));
    fake.onUpgrade((connection) => connection.write(upgraded));
    const connection = await engine.hijack({ method: "POST", path: "/session" });
    const closed = once(connection, "close");
    engine.close();
    await expect(closed).rejects.toMatchObject({ code: "aborted" });
  });

  test("ends with its signal", async () => {
    const engine = await start(answering(500, {}));
    fake.onUpgrade((connection) => connection.write(upgraded));
    const controller = new AbortController();
    const connection = await engine.hijack({ method: "POST", path: "/session", signal: controller.signal });
    const failed = once(connection, "error");
    controller.abort();
    expect(await failed).toMatchObject([{ name: "AbortError" }]);
  });
});
