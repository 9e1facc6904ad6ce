import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Patience, reachFromHere, reachThrough } from "../../../commands/setup/hub-reach";
import { FakeEngine } from "../../engine/fake-engine";

const short: Patience = { registry: 50, engine: 50 };
const long: Patience = { registry: 5000, engine: 5000 };
let server: Server | undefined;
let fake: FakeEngine | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  await fake?.close();
  fake = undefined;
});

/** A registry that answers with a status after some milliseconds; its URL. */
async function registryWith(status: number, after = 0): Promise<string> {
  const listening = createServer(async (_, response) => {
    await pause(after);
    response.writeHead(status).end();
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

test.each([
  { status: 200, reach: "answers" },
  { status: 401, reach: "answers" },
  { status: 403, reach: "answers" },
  { status: 404, reach: "answers" },
  { status: 429, reach: "limited" },
  { status: 500, reach: "answers" },
  { status: 503, reach: "failing" },
])("whoever answers $status is there: $reach", async ({ status, reach }) => {
  expect(await reachFromHere(long, await registryWith(status))).toBe(reach);
});

test("who does not answer in time is silent, and there for whoever has more patience", async () => {
  const url = await registryWith(401, 200);
  expect(await reachFromHere(short, url)).toBe("silent");
  expect(await reachFromHere(long, url)).toBe("answers");
});

test("where nobody listens it is silent", async () => {
  expect(await reachFromHere(long, "http://127.0.0.1:1")).toBe("silent");
});

/** An engine that says so where it is asked what a registry knows. */
async function engineThat(status: number, message: string) {
  fake = await FakeEngine.start((_, response) => response.writeHead(status).end(JSON.stringify({ message })));
  return fake.engine;
}

test.each([
  { status: 200, says: "", reach: "answers" },
  { status: 403, says: "denied: requested access to the resource is denied", reach: "answers" },
  { status: 429, says: "toomanyrequests: You have reached your unauthenticated pull rate limit.", reach: "limited" },
  { status: 500, says: "received unexpected HTTP status: 503 Service Unavailable", reach: "failing" },
  {
    status: 500,
    says: 'Get "https://registry-1.docker.io/v2/": x509: certificate signed by unknown authority',
    reach: "untrusted",
  },
  {
    status: 500,
    says: 'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: no such host',
    reach: "silent",
  },
])("an engine that says $status $says: $reach", async ({ status, says, reach }) => {
  expect(await reachThrough(await engineThat(status, says), long)).toBe(reach);
});

test("an engine that waits for its registry longer than it is given: silent", async () => {
  fake = await FakeEngine.start(() => {});
  expect(await reachThrough(fake.engine, short)).toBe("silent");
});

test("an engine that has trouble itself is no answer of a registry", async () => {
  fake = await FakeEngine.start((_, response) => response.destroy());
  await expect(reachThrough(fake.engine, long)).rejects.toMatchObject({ code: "connection-lost" });
});
