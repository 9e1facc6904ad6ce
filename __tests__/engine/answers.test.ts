import { answering, FakeEngine, type FakeEngineOptions, failureOf, type Handler } from "./fake-engine";

let fake: FakeEngine;

async function start(handler: Handler, options?: FakeEngineOptions) {
  fake = await FakeEngine.start(handler, options);
  return fake.engine;
}

afterEach(() => fake.close());

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
    expect(await failureOf(engine.system.info())).toMatchObject({ engineMessage: "plain words" });
    expect(await failureOf(engine.system.version())).toMatchObject({ engineMessage: "its words", status: 500 });
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
