import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine, type EngineError } from "../../engine";
import { limits } from "../../engine/limits";
import { answering, FakeEngine, failureOf, type Handler } from "./fake-engine";

/** Limits like the real ones, in milliseconds. */
const short = { head: 60, idle: 150, total: 240, bytes: 65_536 };
const quick = {
  ...limits,
  ...{ ping: short, look: short, swarmLook: short, containerLook: { ...short, head: 600 } },
  ...{ connect: { head: 60 }, greeting: { head: 60 } },
};

describe("an engine that", () => {
  let directory: string;
  let server: Server;
  let engine: Engine;
  const sockets = new Set<Socket>();

  /** Says what it says on a connection whatever it is asked. */
  async function saying(speak: (socket: Socket) => void): Promise<void> {
    directory = mkdtempSync(join(tmpdir(), "t-limits-"));
    server = createServer((socket) => {
      sockets.add(socket.on("error", () => {}));
      speak(socket);
    });
    const path = join(directory, "engine.sock");
    await new Promise<void>((resolve) => server.listen(path, resolve));
    engine = Engine.at(`unix://${path}`, { limits: quick });
  }

  afterEach(async () => {
    engine.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await new Promise((resolve) => server.close(resolve));
    rmSync(directory, { recursive: true });
  });

  /** A piece again and again, for as long as the other side is there. */
  const again = (socket: Socket, piece: string) => {
    const each = setInterval(() => socket.write(piece), 10);
    socket.on("close", () => clearInterval(each));
  };
  const ok = "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\n";

  const ways: readonly { name: string; speak: (socket: Socket) => void }[] = [
    { name: "accepts and never answers", speak: () => {} },
    {
      name: "answers a byte of its headers now and then",
      speak: (socket) => {
        socket.write("HTTP/1.1 200 OK\r\nX-Slow: ");
        again(socket, "x");
      },
    },
    {
      name: "sends headers without end",
      speak: (socket) => {
        socket.write("HTTP/1.1 200 OK\r\n");
        again(socket, "X-More: 1\r\n");
      },
    },
    {
      name: "says `100 Continue` without end",
      speak: (socket) => again(socket, "HTTP/1.1 100 Continue\r\n\r\n"),
    },
    {
      name: "sends a byte of its body now and then",
      speak: (socket) => {
        socket.write(`${ok}Content-Length: 100000\r\n\r\n`);
        again(socket, "x");
      },
    },
    {
      name: "sends chunks without end",
      speak: (socket) => {
        socket.write(`${ok}Transfer-Encoding: chunked\r\n\r\n`);
        again(socket, "1\r\nx\r\n");
      },
    },
    { name: "stops in the middle of its body", speak: (socket) => socket.write(`${ok}Content-Length: 10\r\n\r\nOK`) },
  ];
  test.each(ways)("$name is told as one that accepts but does not answer", async ({ speak }) => {
    await saying(speak);
    const failure: EngineError = await failureOf(engine.system.version());
    expect(failure).toMatchObject({ code: "unresponsive", address: engine.url, call: "GET /_ping" });
    expect(failure.what).toMatch(new RegExp(`^the engine at ${engine.url} accepts but does not answer`));
    expect(failure.remedy).toMatch(/start it again/);
  });

  test("answers slowly, a byte a moment, is given up after the whole time although it never is silent", async () => {
    await saying((socket) => {
      socket.write(`${ok}Content-Length: 100000\r\n\r\n`);
      again(socket, "x");
    });
    expect((await failureOf(engine.system.ping())).what).toMatch(/not whole after 0\.24 s/);
  });

  test("does not take the TLS handshake is given up", async () => {
    await saying(() => {});
    const plain = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    const { port } = plain.address() as { port: number };
    const secure = Engine.at(`tcp://127.0.0.1:${port}`, { tls: {}, limits: quick });
    const failure = await failureOf(secure.system.ping());
    expect(failure).toMatchObject({
      code: "unresponsive",
      what: expect.stringMatching(/does not take a connection/),
    });
    secure.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => plain.close(resolve));
  });
});

describe("a call", () => {
  let fake: FakeEngine;
  const start = async (handler: Handler) => {
    fake = await FakeEngine.start(handler, { limits: { ...quick, ping: limits.ping } });
    return fake.engine;
  };
  afterEach(() => fake.close());

  const looks: readonly { call: string; ask: (engine: Engine) => Promise<unknown> }[] = [
    { call: "GET /containers/web/json", ask: (engine) => engine.containers.inspect("web") },
    { call: "GET /containers/json", ask: (engine) => engine.containers.list() },
    { call: "GET /images/json", ask: (engine) => engine.images.list() },
    { call: "GET /volumes", ask: (engine) => engine.volumes.list() },
    { call: "GET /networks", ask: (engine) => engine.networks.list() },
    { call: "GET /services/web", ask: (engine) => engine.services.inspect("web") },
    { call: "GET /swarm", ask: (engine) => engine.swarm.inspect() },
    { call: "GET /info", ask: (engine) => engine.system.info() },
  ];
  test.each(looks)("$call that nothing answers fails, and the call is named", async ({ call, ask }) => {
    const engine = await start(() => {});
    expect(await failureOf(ask(engine))).toMatchObject({ code: "unresponsive", call });
  });

  test("for a container that is being committed waits for longer than one for what nothing holds", async () => {
    const engine = await start((_request, response) => setTimeout(() => response.end("{}"), 200));
    expect(await engine.containers.inspect("web")).toEqual({});
    expect(await failureOf(engine.networks.inspect("web"))).toMatchObject({ code: "unresponsive" });
  });

  test("whose answer is larger than it may be is given up, and the engine let go", async () => {
    let written = 0;
    const engine = await start((_request, response) => {
      response.on("close", () => fake.server.emit("let go"));
      response.write("[");
      const more = () => {
        while (response.write(Buffer.alloc(16_384, " "))) written++;
      };
      response.on("drain", more);
      more();
    });
    const gone = new Promise((resolve) => fake.server.on("let go", resolve));
    const failure = await failureOf(engine.containers.list());
    expect(failure).toMatchObject({ code: "answer-too-large", what: expect.stringContaining("more than 1 MB") });
    await gone;
    expect(written).toBeLessThan(1000);
  });

  test("whose refusal has no end is told with the beginning of its words", async () => {
    const engine = await start((_request, response) => {
      response.writeHead(500).write("no. ");
      const more = () => {
        while (response.write("no. ".repeat(4096)));
      };
      response.on("drain", more);
      more();
    });
    const failure = await failureOf(engine.containers.list());
    expect(failure).toMatchObject({ code: "server-error", engineMessage: expect.stringMatching(/^no\. no\. /) });
    expect(failure.engineMessage!.length).toBeLessThanOrEqual(65_536);
  });

  test("that waits for what happens is not given up", async () => {
    const engine = await start((request, response) => {
      response.writeHead(200).flushHeaders();
      setTimeout(() => response.end(request.url?.includes("/wait") ? '{"StatusCode":3}\n' : ""), 300);
    });
    const events = async () => {
      for await (const _ of await engine.system.events()) throw new Error("there was none");
    };
    const [exit] = await Promise.all([engine.containers.wait("web"), engine.images.pull("web"), events()]);
    expect(exit).toEqual({ exitCode: 3, error: undefined });
  });

  test("that works may take long until its answer begins", async () => {
    const engine = await start((_request, response) => setTimeout(() => response.end('{"Id":"sha256:1"}'), 300));
    const [id, stopped] = await Promise.all([engine.commit({ container: "web" }), engine.containers.stop("web")]);
    expect([id, stopped]).toEqual(["sha256:1", true]);
  });
});

describe("the shape of an answer", () => {
  let fake: FakeEngine;
  afterEach(() => fake.close());

  const shapeless = [null, 42, "text", [], true];
  test.each(shapeless)("to an inspect that is %j is no engine's", async (body) => {
    fake = await FakeEngine.start(answering(200, body));
    const { engine } = fake;
    const failures = await Promise.all([
      failureOf(engine.containers.inspect("web")),
      failureOf(engine.containers.tryInspect("web")),
      failureOf(engine.volumes.list()),
      failureOf(engine.containers.create("web", {})),
    ]);
    expect(failures.map(({ code }) => code)).toEqual(Array(4).fill("malformed-response"));
    expect(failures[0]!.engineMessage).toContain(`${JSON.stringify(body)} where an object is expected`);
  });

  test.each([42, "text", {}, [null], [42], [[]]])("to a list that is %j is no engine's", async (body) => {
    fake = await FakeEngine.start(answering(200, body));
    expect(await failureOf(fake.engine.containers.list())).toMatchObject({ code: "malformed-response" });
  });

  test("to a list that is null is an empty one", async () => {
    fake = await FakeEngine.start(answering(200, null));
    expect(await fake.engine.containers.list()).toEqual([]);
    expect(await fake.engine.containers.changes("web")).toEqual([]);
  });

  test.each(["null", "42", "[]"])("a message %s in a stream is no engine's", async (line) => {
    fake = await FakeEngine.start((_request, response) => response.end(`${line}\n`));
    expect(await failureOf(fake.engine.images.pull("web"))).toMatchObject({ code: "malformed-response" });
  });
});
