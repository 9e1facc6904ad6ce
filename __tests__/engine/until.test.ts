import type { IncomingMessage, ServerResponse } from "node:http";
import { answering, FakeEngine } from "./fake-engine";

let fake: FakeEngine;
let events: ServerResponse;
let eventsUrl: URL;

/** Opens the stream of events and keeps it. */
function keepEvents(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.includes("/events")) {
    events = response;
    eventsUrl = new URL(request.url, "http://fake");
    response.flushHeaders();
  } else answering(200, {})(request, response);
}

const happens = () => events.write(`${JSON.stringify({ Type: "container", Action: "start" })}\n`);

beforeEach(async () => {
  fake = await FakeEngine.start(keepEvents);
});

afterEach(() => fake.close());

test("what is there already is found at the first look, after the engine has begun to report", async () => {
  const looks: number[] = [];
  const found = await fake.engine.until({ filters: { container: "web" } }, async () => {
    looks.push(fake.requests.filter((request) => request.includes("/events")).length);
    return "there";
  });
  expect(found).toBe("there");
  expect(looks).toEqual([1]);
  expect(eventsUrl.searchParams.get("filters")).toBe('{"container":["web"]}');
});

test("the engine is asked for what happened since its last answer, by its own clock", async () => {
  await fake.engine.until({ filters: {} }, async () => "there");
  expect(Math.abs(Number(eventsUrl.searchParams.get("since")) - Date.now() / 1000)).toBeLessThan(5);
});

test("each event brings another look", async () => {
  let looks = 0;
  const found = await fake.engine.until({ filters: {} }, async () => {
    looks++;
    setImmediate(happens);
    return looks === 3 ? looks : undefined;
  });
  expect(found).toBe(3);
});

test("what happens during a look is not missed, and many events bring one look", async () => {
  let looks = 0;
  const found = await fake.engine.until({ filters: {} }, async () => {
    looks++;
    if (looks === 2) return "seen";
    for (let count = 0; count < 50; count++) happens();
    // Long enough for the events to arrive before the look is over.
    await fake.engine.system.info();
    await fake.engine.system.info();
    return undefined;
  });
  expect({ found, looks }).toEqual({ found: "seen", looks: 2 });
});

test("the report ends with the wait", async () => {
  const ended = new Promise((resolve) => {
    void fake.engine.until({ filters: {} }, async () => {
      events.once("close", resolve);
      return true;
    });
  });
  await ended;
});

test("what the look throws is thrown", async () => {
  const look = async () => {
    throw new Error("what I saw");
  };
  await expect(fake.engine.until({ filters: {} }, look)).rejects.toThrow("what I saw");
});

test.each([
  { name: "ends", end: () => events.end() },
  { name: "breaks", end: () => events.destroy() },
])("a report that $name before is an error", async ({ end }) => {
  const waiting = fake.engine.until({ filters: {} }, async () => {
    setImmediate(end);
    return undefined;
  });
  await expect(waiting).rejects.toMatchObject({ code: "connection-lost" });
});

test.each([
  { name: "given up", code: "aborted", signal: (end: AbortController) => end.signal },
  { name: "out of time", code: "timeout", signal: () => AbortSignal.timeout(20) },
])("a wait that is $name ends with $code", async ({ code, signal }) => {
  const controller = new AbortController();
  const waiting = fake.engine.until({ filters: {}, signal: signal(controller) }, async () => {
    setImmediate(() => controller.abort());
    return undefined;
  });
  await expect(waiting).rejects.toMatchObject({ code });
});
