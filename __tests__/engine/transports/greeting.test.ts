import { Duplex } from "node:stream";
import { greet } from "../../../engine/transports/greeting";

const answer = "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 0\r\n\r\n";

/** A connection that answers the pieces, one after the other, then `after`. */
function answering(pieces: readonly string[], after: "ends" | "stays" = "stays"): Duplex {
  return new Duplex({
    read() {},
    write(_chunk, _encoding, done) {
      for (const piece of pieces) this.push(Buffer.from(piece));
      if (after === "ends") this.push(null);
      done();
    },
  });
}

test.each([
  { name: "in one piece", pieces: [answer] },
  { name: "byte by byte", pieces: [...answer] },
  { name: "with a refusal, which is a sign of life too", pieces: ["HTTP/1.1 500 Oh\r\n\r\n"] },
])("an engine that answers $name has greeted", async ({ pieces }) => {
  await greet(answering(pieces));
});

test("the connection is free for http afterwards", async () => {
  const connection = answering([answer]);
  await greet(connection);
  expect(connection.eventNames()).not.toContain("readable");
  const next = new Promise((resolve) => connection.once("data", resolve));
  connection.push(Buffer.from("next"));
  expect(String(await next)).toBe("next");
});

test.each([
  { name: "says something else", connection: answering(["SSH-2.0-OpenSSH\r\n"]) },
  { name: "ends at once", connection: answering([], "ends") },
  { name: "ends in the middle", connection: answering(["HTTP/1.1 200 OK\r\n"], "ends") },
  { name: "does not stop", connection: answering(["HTTP/1.1 200 OK\r\n", "x".repeat(20_000)]) },
])("what $name is no engine", async ({ connection }) => {
  await expect(greet(connection)).rejects.toMatchObject({ name: "NoGreeting" });
});

test("the error that ends the connection is told", async () => {
  const connection = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done(new Error("broken")) });
  await expect(greet(connection)).rejects.toThrow("broken");
});
