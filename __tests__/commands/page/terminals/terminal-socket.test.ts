import { EventEmitter } from "node:events";
import type { WebSocket } from "ws";
import type { TerminalSize } from "../../../../commands/page/protocol";
import type { TerminalListener } from "../../../../commands/page/terminals/terminal";
import { Terminals } from "../../../../commands/page/terminals/terminal-socket";
import { EngineError } from "../../../../engine";

/** A socket whose other side is the test. */
class OtherSide extends EventEmitter {
  readonly sent: string[] = [];
  closed: { readonly code: number; readonly reason: string } | undefined;

  send(data: Buffer): void {
    this.sent.push(data.toString());
  }

  close(code = 1005, reason = ""): void {
    this.closed ??= { code, reason };
    this.emit("close");
  }

  get socket(): WebSocket {
    return this as unknown as WebSocket;
  }
}

const size = new URLSearchParams({ columns: "80", rows: "24" });
const settled = () => new Promise(setImmediate);

function program() {
  const seen: string[] = [];
  let listener: TerminalListener | undefined;
  const open = (at: TerminalSize, given: TerminalListener) => {
    listener = given;
    seen.push(`begun ${at.columns}x${at.rows}`);
    return {
      write: (input: Buffer) => void seen.push(`typed ${input}`),
      resize: ({ columns, rows }: TerminalSize) => void seen.push(`size ${columns}x${rows}`),
      end: async () => void seen.push("ended"),
    };
  };
  return { seen, open, listener: () => listener! };
}

test("what is typed and printed goes through, and a new size, until the page goes", async () => {
  const other = new OtherSide();
  const { seen, open, listener } = program();
  const over = new Terminals().connect(other.socket, size, open);
  other.emit("message", Buffer.from("ls\n"), true);
  other.emit("message", Buffer.from("100x30"), false);
  await settled();
  listener().printed(Buffer.from("bin"));
  expect(other.sent).toEqual(["bin"]);
  other.emit("close");
  await over;
  expect(seen).toEqual(["begun 80x24", "typed ls\n", "size 100x30", "ended"]);
});

test("the socket ends with the program", async () => {
  const other = new OtherSide();
  const { open, listener } = program();
  const over = new Terminals().connect(other.socket, size, open);
  await settled();
  listener().ended();
  await over;
  expect(other.closed).toEqual({ code: 1000, reason: "" });
});

test("all end with the server", async () => {
  const { seen, open } = program();
  const terminals = new Terminals();
  for (const other of [new OtherSide(), new OtherSide()]) void terminals.connect(other.socket, size, open);
  await terminals.close();
  expect(seen.filter((each) => each === "ended")).toHaveLength(2);
});

test("the server waits for the end of what a page left that has gone already", async () => {
  const other = new OtherSide();
  const { seen, open } = program();
  const terminals = new Terminals();
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  void terminals.connect(other.socket, size, (...args) => ({
    ...open(...args),
    end: async () => {
      await slow;
      seen.push("ended");
    },
  }));
  await settled();
  other.emit("close");
  await settled();
  const closed = terminals.close().then(() => seen.push("closed"));
  await settled();
  finish();
  await closed;
  expect(seen.slice(1)).toEqual(["ended", "closed"]);
});

test.each([
  { columns: "0", rows: "24" },
  { columns: "80", rows: "1e9" },
  { columns: "eighty", rows: "24" },
  { columns: "80.5", rows: "24" },
  { columns: "80" },
])("%j is no size", async (query) => {
  const other = new OtherSide();
  await new Terminals().connect(other.socket, new URLSearchParams(query as Record<string, string>), program().open);
  expect(other.closed?.code).toBe(4404);
});

test("a size that is none is not passed on", async () => {
  const other = new OtherSide();
  const { seen, open } = program();
  void new Terminals().connect(other.socket, size, open);
  for (const text of ["x", "80", "-1x5", "99999x1"]) other.emit("message", Buffer.from(text), false);
  await settled();
  expect(seen).toEqual(["begun 80x24"]);
});

test("why a terminal can't be opened is told, as much as a socket's end carries", async () => {
  const other = new OtherSide();
  const what = `container ${"ñ".repeat(100)} does not run`;
  await new Terminals().connect(other.socket, size, async () => {
    throw new EngineError({ code: "container-stopped", what, remedy: "Start it.", address: "unix:///x" });
  });
  expect(other.closed?.code).toBe(4500);
  expect(other.closed?.reason).toMatch(/^container ñ+$/);
  expect(Buffer.byteLength(other.closed!.reason)).toBeLessThanOrEqual(123);
});
