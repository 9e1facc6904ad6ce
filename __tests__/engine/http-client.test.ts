import { once } from "node:events";
import { newestKnown } from "../../engine/api-version";
import { answering, FakeEngine, type FakeEngineOptions, failureOf, type Handler } from "./fake-engine";

let fake: FakeEngine;

async function start(handler: Handler, options?: FakeEngineOptions) {
  fake = await FakeEngine.start(handler, options);
  return fake.engine;
}

afterEach(() => fake.close());

describe("the API version", () => {
  test("is asked once, however many calls begin at once, and stands before every path", async () => {
    const engine = await start((request, response) => response.end(request.url?.endsWith("/info") ? "{}" : "[]"));
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
    expect(fake.requests).toEqual(["GET /_ping", "GET /version", `GET /v${newestKnown}/info`]);
  });

  test("beyond an engine's floor is an error that names both, and what to do", async () => {
    const engine = await start(answering(200, { MinAPIVersion: "1.60" }), { apiVersion: "1.99" });
    expect(await failureOf(engine.containers.list())).toMatchObject({
      code: "client-too-old",
      what: `the engine at ${engine.url} speaks API versions 1.60 to 1.99; this provider speaks ${newestKnown} at most`,
      remedy: expect.stringContaining(`DOCKER_MIN_API_VERSION=${newestKnown}`),
      call: "GET /containers/json",
    });
    expect(fake.requests).toEqual(["GET /_ping", "GET /version"]);
  });

  test.each([
    { name: "is this client's newest", least: newestKnown },
    { name: "is not told", least: undefined },
    { name: "is no version", least: 7 },
  ])("is spoken where the engine's floor $name", async ({ least }) => {
    const engine = await start(answering(200, { MinAPIVersion: least }), { apiVersion: "1.99" });
    await engine.system.info();
    expect(fake.requests).toContain(`GET /v${newestKnown}/info`);
  });

  test.each([
    { name: "is refused", status: 403, body: { message: "no" }, code: "forbidden" },
    { name: "gets no answer of an engine", status: 200, body: [], code: "malformed-response" },
  ])("cannot be agreed on where the question $name", async ({ status, body, code }) => {
    const engine = await start(answering(status, body), { apiVersion: "1.99" });
    expect(await failureOf(engine.system.info())).toMatchObject({ code, call: "GET /version" });
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
    expect(await failureOf(engine.system.info())).toMatchObject({
      code: "server-error",
      engineMessage: "still starting",
    });
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

  test.each([
    { name: "given up", signal: () => AbortSignal.abort(), code: "aborted" },
    { name: "out of time", signal: () => AbortSignal.timeout(20), code: "timeout" },
  ])("is not what a call is told of that is $name while it is asked", async ({ signal, code }) => {
    const engine = await start(() => {}, { ownPing: true });
    const failures = await Promise.all([
      failureOf(engine.containers.inspect("web", { signal: signal() })),
      failureOf(engine.until({ filters: {}, signal: signal() }, async () => undefined)),
      failureOf(engine.build({ query: {}, signal: signal() })),
    ]);
    expect(failures.map(({ code, call }) => [code, call])).toEqual([
      [code, "GET /containers/web/json"],
      [code, "GET /events"],
      [code, "POST /build"],
    ]);
  });

  test("unsaid means that it is no engine", async () => {
    const engine = await start((_request, response) => response.end("<html>"), { ownPing: true });
    expect(await failureOf(engine.system.info())).toMatchObject({
      code: "malformed-response",
      engineMessage: expect.stringContaining("no Docker engine"),
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

describe("a manager whose leader has just gone", () => {
  const losingItsLeader: Handler = (_request, response) => {
    const gone =
      fake.requests.filter((request) => request.endsWith("/nodes") || request.endsWith("/leave")).length === 1;
    if (!gone) response.end("[]");
    else response.writeHead(503).end('{"message":"rpc error: code = Unavailable desc = transport is closing"}');
  };

  test("is asked again", async () => {
    const engine = await start(losingItsLeader);
    await expect(engine.nodes.list()).resolves.toEqual([]);
    expect(fake.requests.slice(1)).toEqual(["GET /v1.41/nodes", "GET /v1.41/nodes"]);
  });

  test("is told once what changes something: it may have been done", async () => {
    const engine = await start(losingItsLeader);
    expect(await failureOf(engine.swarm.leave())).toMatchObject({ code: "manager-unreachable" });
    expect(fake.requests.slice(1)).toEqual(["POST /v1.41/swarm/leave"]);
  });

  test("is asked no more once the call is given up", async () => {
    const giveUp = new AbortController();
    const engine = await start((_request, response) => {
      response.writeHead(503).end('{"message":"rpc error: code = Unavailable desc = transport is closing"}');
      giveUp.abort();
    });
    expect(await failureOf(engine.nodes.list({ signal: giveUp.signal }))).toMatchObject({ code: "aborted" });
    expect(fake.requests.length).toBe(2);
  });
});
