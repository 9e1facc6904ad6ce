import { Engine } from "../../engine";
import { answering, FakeEngine, type FakeEngineOptions, failureOf, type Handler } from "./fake-engine";
import { separateProgram } from "./separate-program";

let fake: FakeEngine;

async function start(handler: Handler, options?: FakeEngineOptions) {
  fake = await FakeEngine.start(handler, options);
  return fake.engine;
}

afterEach(() => fake.close());

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
