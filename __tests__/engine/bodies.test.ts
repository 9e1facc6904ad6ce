import { once } from "node:events";
import { answering, FakeEngine, type FakeEngineOptions, failureOf, type Handler } from "./fake-engine";

let fake: FakeEngine;

async function start(handler: Handler, options?: FakeEngineOptions) {
  fake = await FakeEngine.start(handler, options);
  return fake.engine;
}

afterEach(() => fake.close());

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
    expect(failure.engineMessage).toContain("the file went away");
  });
});
