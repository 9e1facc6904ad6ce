import type { WebSocket } from "ws";
import { isEngineError } from "../../../engine";
import type { TerminalSize } from "../protocol";
import type { Terminal, TerminalListener } from "./terminal";

/** Opens the program of a terminal. */
export type OpenTerminal = (size: TerminalSize, listener: TerminalListener) => Promise<Terminal> | Terminal;

/** No terminal is larger. */
const LONGEST_SIDE = 1000;

/** Terminals in browsers: each ends with its page, and all with the server. */
export class Terminals {
  /** What ends each: once, for however many ask. */
  private readonly open = new Set<() => Promise<void>>();

  /**
   * Binary messages are what is typed and what is printed, as bytes; a text message is a new size. The socket is closed
   * when the program ends, with the reason where it could not be begun.
   */
  async connect(socket: WebSocket, query: URLSearchParams, openTerminal: OpenTerminal | undefined): Promise<void> {
    const size = parseSize(query.get("columns"), query.get("rows"));
    if (!openTerminal || !size) return socket.close(4404, "no such terminal");
    const listener: TerminalListener = {
      printed: (output) => socket.send(output, { binary: true }),
      ended: () => socket.close(1000),
    };
    const opening = begin(openTerminal, size, listener, socket);
    let ending: Promise<void> | undefined;
    const end = () => {
      ending ??= opening.then((terminal) => terminal?.end());
      return ending;
    };
    this.open.add(end);
    const over = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.on("message", (data: Buffer, isBinary: boolean) => void take(opening, data, isBinary));
    await over;
    await end();
    this.open.delete(end);
  }

  /** Waits for those, too, whose pages have gone already. */
  async close(): Promise<void> {
    await Promise.all([...this.open].map((end) => end()));
  }
}

async function begin(
  open: OpenTerminal,
  size: TerminalSize,
  listener: TerminalListener,
  socket: WebSocket,
): Promise<Terminal | undefined> {
  try {
    return await open(size, listener);
  } catch (error) {
    if (!isEngineError(error)) throw error;
    // 123 bytes are what a close frame can carry.
    socket.close(
      4500,
      Buffer.from(error.message)
        .subarray(0, 120)
        .toString()
        .replace(/\ufffd$/, ""),
    );
    return undefined;
  }
}

async function take(opening: Promise<Terminal | undefined>, data: Buffer, isBinary: boolean): Promise<void> {
  const terminal = await opening;
  if (isBinary) return terminal?.write(data);
  const [columns, rows] = data.toString().split("x");
  const size = parseSize(columns, rows);
  if (size) terminal?.resize(size);
}

/** Undefined for what is no size. */
function parseSize(columns: string | null | undefined, rows: string | null | undefined): TerminalSize | undefined {
  const size = { columns: Number(columns), rows: Number(rows) };
  const isSide = (side: number) => Number.isInteger(side) && side > 0 && side <= LONGEST_SIDE;
  return isSide(size.columns) && isSide(size.rows) ? size : undefined;
}
