import type { IncomingMessage, ServerResponse } from "node:http";
import type { Content } from "../../engine";
import { answering, FakeEngine } from "./fake-engine";

let fake: FakeEngine;
afterEach(() => fake.close());

const upgraded = "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";
const frame = (text: string) => Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)]);

/** An engine whose exec's output ends before the engine knows the exit code: it needs that many looks. */
function endingLate(looks: number) {
  let left = looks;
  return (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.includes("/events")) response.write('{"Action":"exec_die"}\n{"Action":"exec_die"}\n');
    else if (request.url?.endsWith("/json"))
      answering(200, left-- > 0 ? { Running: true, ExitCode: null } : { Running: false, ExitCode: 7 })(
        request,
        response,
      );
    else answering(201, { Id: "0f" })(request, response);
  };
}

test("an exit code that the engine does not know yet is waited for", async () => {
  fake = await FakeEngine.start(endingLate(2));
  fake.onUpgrade((connection) => connection.end(Buffer.concat([Buffer.from(upgraded), frame("hi")])));
  expect(await fake.engine.exec.run("web", { cmd: ["true"] })).toEqual({
    stdout: "hi",
    stderr: "",
    output: "hi",
    exitCode: 7,
  });
});

test("output that breaks off inside a frame is an error, not a short output", async () => {
  fake = await FakeEngine.start(endingLate(0));
  fake.onUpgrade((connection) => connection.end(Buffer.concat([Buffer.from(upgraded), frame("hi").subarray(0, 9)])));
  await expect(fake.engine.exec.run("web", { cmd: ["true"] })).rejects.toMatchObject({
    code: "malformed-response",
    object: { kind: "container", name: "web" },
  });
});

async function* trickle() {
  for (;;) {
    yield Buffer.alloc(10);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test.each([
  { name: "trickles", stdin: trickle },
  { name: "is stuck", stdin: () => Buffer.alloc(5_000_000) as Content },
])("output is whole, although the engine closes while input still $name", async ({ stdin }) => {
  const frames = Buffer.concat(Array.from({ length: 500 }, () => frame("x".repeat(200))));
  fake = await FakeEngine.start(endingLate(0));
  fake.onUpgrade((connection) => {
    connection.write(upgraded);
    // As an engine does whose command ends: some of the input is read, all of the output sent, then both ways are closed.
    connection.once("data", () => connection.pause().write(frames, () => connection.destroy()));
  });
  for (let run = 0; run < 30; run++) {
    const { stdout } = await fake.engine.exec.run("web", { cmd: ["head"], stdin: stdin() });
    expect(stdout).toHaveLength(100_000);
  }
});
