import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { TransportAgent } from "../../engine/agent";

let server: Server;
let agent: TransportAgent;
let made = 0;

afterEach(() => {
  agent.close(new Error("over"));
  server.close();
});

/** @param work milliseconds that each call takes */
async function calls(count: number, { work, isProcess }: { work: number; isProcess: boolean }): Promise<number> {
  server = createServer((_request, response) => void pause(work).then(() => response.end("done")));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  made = 0;
  agent = new TransportAgent({
    isProcess,
    async connect() {
      made += 1;
      await pause(100);
      return connect(port, "127.0.0.1");
    },
  });
  const call = () =>
    agent.inTurn(
      () =>
        new Promise<void>((resolve, reject) =>
          request({ agent, host: "engine" }, (answer) => answer.resume().on("end", resolve))
            .on("error", reject)
            .end(),
        ),
    );
  const begun = Date.now();
  await Promise.all(Array.from({ length: count }, call));
  return Date.now() - begun;
}

test("calls that are quick share the first connections where each is a process", async () => {
  await calls(10, { work: 2, isProcess: true });
  expect(made).toBe(2);
});

test("calls that take long have one each, after the time that a process takes", async () => {
  const took = await calls(6, { work: 1_000, isProcess: true });
  expect(made).toBe(6);
  expect(took).toBeLessThan(1_900);
});

test("connections that cost nothing are made for each call at once", async () => {
  await calls(10, { work: 2, isProcess: false });
  expect(made).toBe(10);
});
