import { once } from "node:events";
import type { Duplex } from "node:stream";
import { Engine, type EngineError } from "../../../provider/engine";
import { answering, FakeEngine, type FakeEngineOptions, type Handler } from "./fake-engine";
import { separateProgram } from "./separate-program";

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

const failureOf = (call: Promise<unknown>): Promise<EngineError> =>
  call.then(
    () => {
      throw new Error("the call did not fail");
    },
    (error) => error,
  );

describe("the API version", () => {
  test("is asked once, however many calls begin at once, and stands before every path", async () => {
    const engine = await start(answering(200, []));
    await Promise.all([engine.containers.list(), engine.networks.list(), engine.system.info()]);
    expect(fake.requests).toEqual([
      "GET /_ping",
      "GET /v1.41/containers/json",
      "GET /v1.41/networks",
      "GET /v1.41/info",
    ]);
  });

  test("is the newest that both know", async () => {
    const engine = await start(answering(200, {}), { apiVersion: "1.99" });
    await engine.system.info();
    expect(fake.requests[1]).toBe("GET /v1.51/info");
  });

  test("too old is an error that names both", async () => {
    const engine = await start(answering(200, {}), { apiVersion: "1.39" });
    expect(await failureOf(engine.system.info())).toMatchObject({
      code: "version-too-old",
      message: expect.stringMatching(/1\.39.*1\.40/),
    });
  });

  test("is asked again after a failure", async () => {
    let pings = 0;
    const engine = await start(
      (request, response) => {
        if (request.url !== "/_ping") response.end("{}");
        else if (++pings === 1) response.writeHead(500).end("still starting");
        else response.setHeader("Api-Version", "1.41").end();
      },
      { ownPing: true },
    );
    expect(await failureOf(engine.system.info())).toMatchObject({ code: "server-error", words: "still starting" });
    await expect(engine.system.info()).resolves.toEqual({});
  });

  test("one caller's end is not another's", async () => {
    let answer = () => {};
    const engine = await start(
      (request, response) => {
        if (request.url !== "/_ping") response.end("{}");
        else answer = () => response.setHeader("Api-Version", "1.41").end();
      },
      { ownPing: true },
    );
    const impatient = new AbortController();
    const pinged = once(fake.server, "request");
    const given = failureOf(engine.system.info({ signal: impatient.signal }));
    const waiting = engine.system.info();
    await pinged;
    impatient.abort();
    expect(await given).toMatchObject({ code: "aborted" });
    answer();
    await expect(waiting).resolves.toEqual({});
  });

  test("unsaid means that it is no engine", async () => {
    const engine = await start((_request, response) => response.end("<html>"), { ownPing: true });
    expect(await failureOf(engine.system.info())).toMatchObject({
      code: "malformed-response",
      words: expect.stringContaining("no Docker engine"),
    });
  });
});

describe("connections", () => {
  test("are kept for the next call", async () => {
    const engine = await start(answering(200, {}));
    for (let call = 0; call < 5; call++) await engine.system.info();
    expect(fake.connections).toHaveLength(1);
  });

  /** Answers `before` calls on each connection; the next one finds it closed. */
  function closingAfter(before: number): Handler {
    const answered = new Map<unknown, number>();
    return (request, response) => {
      const count = answered.get(request.socket) ?? 0;
      answered.set(request.socket, count + 1);
      if (count >= before) request.socket.destroy();
      else response.end("{}");
    };
  }

  test("that the engine closed while they were idle are replaced, for calls that change nothing", async () => {
    const engine = await start(closingAfter(1));
    for (let call = 0; call < 4; call++) await expect(engine.system.info()).resolves.toEqual({});
    expect(fake.connections.length).toBeGreaterThan(2);
  });

  test("that break under a create are an error: it is not sent twice", async () => {
    const engine = await start(closingAfter(1));
    await engine.system.info();
    const failure = await failureOf(engine.containers.create("web", { Image: "x" }));
    expect(failure).toMatchObject({ code: "connection-lost", object: { kind: "container", name: "web" } });
    expect(failure.remedy).toContain("unknown");
    expect(fake.requests.filter((request) => request.startsWith("POST"))).toHaveLength(1);
  });

  test("that are new and break are an error, for every call", async () => {
    const engine = await start(closingAfter(0));
    expect(await failureOf(engine.system.info())).toMatchObject({ code: "connection-lost" });
    expect(fake.requests.filter((request) => request === "GET /v1.41/info").length).toBeLessThanOrEqual(2);
  });

  test("closed by an engine that comes back are not missed", async () => {
    const engine = await start(answering(200, {}));
    await engine.system.info();
    await fake.stop();
    expect(await failureOf(engine.system.info())).toMatchObject({ code: "unreachable" });
    await fake.listen();
    await expect(engine.containers.update("web", {})).resolves.toEqual({});
  });

  test("end with the engine, and so do the calls on them", async () => {
    const engine = await start(() => {});
    const waiting = failureOf(engine.system.info());
    await Promise.all([once(fake.server, "request"), waitForRequest("GET /v1.41/info")]);
    engine.close();
    expect(await waiting).toMatchObject({ code: "aborted", message: expect.stringContaining("was closed") });
    expect(await failureOf(engine.system.info())).toMatchObject({ code: "aborted" });
  });

  async function waitForRequest(line: string): Promise<void> {
    while (!fake.requests.includes(line)) await once(fake.server, "request");
  }
});

describe("an answer", () => {
  const broken: readonly { name: string; handler: Handler; code: string }[] = [
    { name: "that is not JSON", handler: (_request, response) => response.end("[1, 2"), code: "malformed-response" },
    { name: "that is empty", handler: (_request, response) => response.end(), code: "malformed-response" },
    {
      name: "that redirects",
      handler: (_request, response) => response.writeHead(301, { Location: "/" }).end(),
      code: "malformed-response",
    },
    {
      name: "that breaks off",
      handler: (_request, response) => {
        response.writeHead(200, { "Content-Length": "100" }).write('{"Half":');
        setImmediate(() => response.destroy());
      },
      code: "connection-lost",
    },
    {
      name: "that breaks off in chunks",
      handler: (_request, response) => {
        response.write('{"Half":');
        setImmediate(() => response.destroy());
      },
      code: "connection-lost",
    },
    {
      name: "that refuses and breaks off",
      handler: (_request, response) => {
        response.writeHead(500, { "Content-Length": "100" }).write('{"mess');
        setImmediate(() => response.destroy());
      },
      code: "connection-lost",
    },
    {
      name: "whose headers are no HTTP",
      handler: (request) => request.socket.end("HTTP/1.1 yes\r\n\r\n"),
      code: "malformed-response",
    },
  ];

  test.each(broken)("$name is $code", async ({ handler, code }) => {
    const engine = await start(handler);
    expect(await failureOf(engine.containers.create("web", {}))).toMatchObject({
      code,
      call: "POST /containers/create",
      object: { kind: "container", name: "web" },
    });
  });

  test("that refuses is told with the engine's words, whatever their form", async () => {
    const engine = await start((request, response) => {
      response.writeHead(500).end(request.url?.includes("info") ? "plain words\n" : '{"message":"its words"}');
    });
    expect(await failureOf(engine.system.info())).toMatchObject({ words: "plain words" });
    expect(await failureOf(engine.system.version())).toMatchObject({ words: "its words", status: 500 });
  });

  test("of 304 says that nothing was to be done", async () => {
    const engine = await start((_request, response) => response.writeHead(304).end());
    expect(await engine.containers.start("web")).toBe(false);
  });

  test("of 404 is undefined for a try, and an error else", async () => {
    const engine = await start(answering(404, { message: "No such container: web" }));
    expect(await engine.containers.tryInspect("web")).toBeUndefined();
    expect(await engine.containers.tryRemove("web")).toBe(false);
    expect(await failureOf(engine.containers.inspect("web"))).toMatchObject({ code: "not-found" });
  });
});

describe("progress", () => {
  test("comes message by message, however it is cut up", async () => {
    const engine = await start((_request, response) => {
      for (const piece of ['{"status":"Pul', 'ling"}\r\n{"status":', '"Done"}\r\n']) response.write(piece);
      response.end();
    });
    const seen: unknown[] = [];
    await engine.images.pull("r.example.com:5000/app", { onProgress: ({ status }) => seen.push(status) });
    expect(seen).toEqual(["Pulling", "Done"]);
    expect(fake.requests[1]).toBe("POST /v1.41/images/create?fromImage=r.example.com%3A5000%2Fapp&tag=latest");
  });

  test.each([
    {
      line: { error: "manifest for web:v9 not found", errorDetail: { message: "manifest for web:v9 not found" } },
      code: "not-found",
    },
    { line: { errorDetail: { message: "unauthorized: authentication required" } }, code: "unauthorized" },
    { line: { error: "something" }, code: "server-error" },
  ])("that ends in $line is the error $code, although the answer was 200", async ({ line, code }) => {
    const engine = await start((_request, response) => response.end(`{"status":"Pulling"}\n${JSON.stringify(line)}\n`));
    const failure = await failureOf(engine.images.pull("web:v9"));
    expect(failure).toMatchObject({ code, object: { kind: "image", name: "web:v9" }, status: undefined });
  });

  test("that breaks off is an error", async () => {
    const engine = await start((_request, response) => {
      response.write('{"status":"Pulling"}\n');
      setImmediate(() => response.destroy());
    });
    expect(await failureOf(engine.images.pull("web"))).toMatchObject({ code: "connection-lost" });
  });
});

describe("a signal ends a call", () => {
  const endings = [
    { name: "given up", signal: (end: AbortController) => end.signal, code: "aborted" },
    { name: "out of time", signal: () => AbortSignal.timeout(20), code: "timeout" },
  ];

  test.each(endings)("$name while the engine is silent", async ({ signal, code }) => {
    const controller = new AbortController();
    const engine = await start(() => controller.abort());
    const failure = await failureOf(engine.containers.inspect("web", { signal: signal(controller) }));
    expect(failure).toMatchObject({
      code,
      call: "GET /containers/web/json",
      object: { kind: "container", name: "web" },
    });
  });

  test.each(endings)("$name while the answer comes", async ({ signal, code }) => {
    const controller = new AbortController();
    const engine = await start((_request, response) => {
      response.write("[");
      setImmediate(() => controller.abort());
    });
    expect(await failureOf(engine.containers.list({ signal: signal(controller) }))).toMatchObject({ code });
  });

  test("before it began: nothing is sent", async () => {
    const engine = await start(answering(200, {}));
    await engine.apiVersion();
    expect(await failureOf(engine.system.info({ signal: AbortSignal.abort() }))).toMatchObject({ code: "aborted" });
    expect(fake.requests).toEqual(["GET /_ping"]);
  });

  test("while the connection is made", async () => {
    const controller = new AbortController();
    const outer = await start(() => controller.abort());
    const inner = Engine.at(`container://n1?via=${outer.url}`);
    const failure = await failureOf(inner.containers.list({ signal: controller.signal }));
    expect(failure).toMatchObject({ code: "aborted", address: "container://n1?via=".concat(outer.url) });
    inner.close();
  });

  test("as it ends many at once, without a warning of leaks", async () => {
    let asked = 0;
    const engine = await start((_request, response) => {
      if (++asked === 50) response.end("{}");
    });
    const program = `
      process.on("warning", ({ message }) => console.log(message));
      const controller = new AbortController();
      const engine = client.Engine.at(${JSON.stringify(engine.url)});
      const calls = Array.from({ length: 50 }, () => engine.system.info({ signal: controller.signal }));
      Promise.race(calls).then(() => controller.abort());
      Promise.allSettled(calls).then((settled) => console.log(settled.filter(({ reason }) => reason?.code === "aborted").length));
    `;
    expect(await separateProgram(program)).toBe("49\n");
  });

  test("and the connection with it, so that the engine knows", async () => {
    const controller = new AbortController();
    const engine = await start((request) => {
      request.socket.on("close", () => fake.server.emit("gone"));
      controller.abort();
    });
    const gone = new Promise((resolve) => fake.server?.on("gone", resolve));
    await failureOf(engine.system.info({ signal: controller.signal }));
    await gone;
  });
});

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

describe("bodies", () => {
  async function* megabytes(count: number, sent: { count: number }) {
    for (; sent.count < count; sent.count++) yield Buffer.alloc(1_048_576);
  }

  test("go out no faster than they are taken", async () => {
    const sent = { count: 0 };
    let taken = 0;
    const engine = await start(async (request, response) => {
      const chunks = request[Symbol.asyncIterator]();
      await chunks.next();
      await new Promise((resolve) => setImmediate(resolve));
      taken = sent.count;
      for (let next = await chunks.next(); !next.done; next = await chunks.next());
      response.end();
    });
    await engine.containers.putArchive("web", "/", megabytes(64, sent));
    expect(taken).toBeLessThan(16);
    expect(sent.count).toBe(64);
  });

  test("come in no faster than they are read", async () => {
    let written = 0;
    const engine = await start((_request, response) => {
      const more = () => {
        while (written < 64) {
          written++;
          if (!response.write(Buffer.alloc(1_048_576))) return response.once("drain", more);
        }
        return response.end();
      };
      more();
    });
    const archive = await engine.containers.getArchive("web", "/");
    const reading = archive[Symbol.asyncIterator]();
    await reading.next();
    // Turns enough for a body that does not wait to have taken all of it.
    for (let turn = 0; turn < 1000; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(written).toBeLessThan(16);
    for (let next = await reading.next(); !next.done; next = await reading.next());
    expect(written).toBe(64);
  });

  test("that are not read any further end the call, although nothing comes", async () => {
    const engine = await start((request, response) => {
      request.socket.on("close", () => fake.server.emit("gone"));
      response.write(Buffer.from([1, 0, 0, 0, 0, 0, 0, 2, 104, 105]));
    });
    const gone = once(fake.server, "gone");
    for await (const { data } of await engine.containers.followLogs("web", { tty: false })) {
      expect(data.toString()).toBe("hi");
      break;
    }
    await gone;
  });

  test("that the engine refuses are not sent, and its refusal is heard", async () => {
    const sent = { count: 0 };
    const engine = await start(answering(200, {}));
    fake.server.on("checkContinue", answering(404, { message: "No such container: web" }));
    const failure = await failureOf(engine.containers.putArchive("web", "/", megabytes(64, sent)));
    expect(failure).toMatchObject({ code: "not-found" });
    expect(sent.count).toBe(0);
  });

  test("that fail themselves fail the call", async () => {
    const engine = await start((request) => request.resume());
    async function* failing() {
      yield Buffer.from("some");
      throw new Error("the file went away");
    }
    const failure = await failureOf(engine.containers.putArchive("web", "/", failing()));
    expect(failure.words).toContain("the file went away");
  });
});

test("a line is logged for each call, with neither query, body nor credentials in it", async () => {
  const lines: unknown[] = [];
  const engine = await start(answering(200, []), { log: (...line) => lines.push(line) });
  await engine.images.pull("web", { auth: { username: "u", password: "secret" } }).catch(() => {});
  const call = {
    engine: engine.url,
    method: "POST",
    path: "/v1.41/images/create",
    status: 200,
    milliseconds: expect.any(Number),
  };
  expect(lines[1]).toEqual(["debug", "engine call", call]);
  expect(JSON.stringify(lines)).not.toMatch(/secret|fromImage|X-Registry/);
});
