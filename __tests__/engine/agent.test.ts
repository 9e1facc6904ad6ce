import { createServer, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { TransportAgent } from "../../engine/agent";

/** Milliseconds after which nobody waits for another call's connection any more. */
const PROCESS_START = 200;

let server: Server;
let agent: TransportAgent;
let made: number;
/** Calls that have reached the engine and have no answer yet. */
let asked: ServerResponse[];

// The agent's own clock stands still unless a test moves it; connections go on.
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "performance", "Date"] });
});
afterEach(() => {
  jest.useRealTimers();
  agent.close(new Error("over"));
  server.close();
});

/** An agent of an engine that answers at once, or keeps its callers waiting. */
async function open({ isProcess, answers }: { readonly isProcess: boolean; readonly answers: boolean }) {
  asked = [];
  made = 0;
  server = createServer((_request, response) => {
    if (answers) response.end("done");
    else asked.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  agent = new TransportAgent({
    isProcess,
    async connect() {
      made += 1;
      return connect(port, "127.0.0.1");
    },
  });
}

const call = () =>
  agent.inTurn(
    () =>
      new Promise<void>((resolve, reject) =>
        request({ agent, host: "engine" }, (answer) => answer.resume().on("end", resolve))
          .on("error", reject)
          .end(),
      ),
  );

const calls = (count: number) => Promise.all(Array.from({ length: count }, call));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

test("calls that are answered share the first connections where each is a process", async () => {
  await open({ isProcess: true, answers: true });
  await calls(10);
  expect(made).toBe(2);
});

test("calls that wait for an answer have one each, after the time that a process takes", async () => {
  await open({ isProcess: true, answers: false });
  const all = calls(6);
  await until(() => asked.length === 2);
  jest.advanceTimersByTime(PROCESS_START - 1);
  await turn();
  expect(made).toBe(2);
  jest.advanceTimersByTime(1);
  await until(() => asked.length === 6);
  expect(made).toBe(6);
  for (const response of asked) response.end("done");
  await all;
});

test("connections that cost nothing are made for each call at once", async () => {
  await open({ isProcess: false, answers: false });
  const all = calls(10);
  await until(() => asked.length === 10);
  expect(made).toBe(10);
  for (const response of asked) response.end("done");
  await all;
});
