import { createConnection, type Socket } from "node:net";
import { type Reply, tryReadReply } from "./reply";

interface Pending {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

/**
 * A connection to redis that never waits for ever: a command whose answer does not come in time fails, and with it the
 * connection, since nobody knows what became of what was sent. The next command makes a new one, which looks the name
 * up again.
 */
export class Redis {
  private socket: Socket | undefined;
  private pending: Pending[] = [];
  private received = Buffer.alloc(0);

  constructor(private readonly url = new URL(process.env["REDIS_URL"] ?? "redis://redis:6379")) {}

  /** @param within milliseconds, those of connecting among them @throws Error redis' own, or that it does not answer */
  async command(within: number, ...words: readonly string[]): Promise<Reply> {
    const socket = this.connected();
    const answer = new Promise<Reply>((resolve, reject) => this.pending.push({ resolve, reject }));
    socket.write(encode(words));
    const timer = setTimeout(() => socket.destroy(new Error(`no answer to ${words[0]} within ${within} ms`)), within);
    try {
      const reply = await answer;
      if (reply instanceof Error) throw reply;
      return reply;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.socket?.destroy();
  }

  private connected(): Socket {
    if (this.socket && !this.socket.destroyed) return this.socket;
    const socket = createConnection({ host: this.url.hostname, port: Number(this.url.port || 6379), noDelay: true });
    this.socket = socket;
    this.received = Buffer.alloc(0);
    let failure = new Error("the connection to redis was closed");
    socket.on("data", (chunk: Buffer) => this.read(socket, chunk));
    socket.on("end", () => socket.destroy());
    socket.on("error", (error) => {
      failure = error;
    });
    const waiting: Pending[] = [];
    this.pending = waiting;
    socket.on("close", () => {
      for (const { reject } of waiting.splice(0)) reject(failure);
    });
    return socket;
  }

  private read(socket: Socket, chunk: Buffer): void {
    if (socket !== this.socket) return;
    this.received = Buffer.concat([this.received, chunk]);
    try {
      for (let found = this.next(); found !== undefined; found = this.next()) this.pending.shift()?.resolve(found);
    } catch (error) {
      socket.destroy(error as Error);
    }
  }

  private next(): Reply | undefined {
    if (this.received.length === 0) return undefined;
    const found = tryReadReply(this.received);
    if (!found) return undefined;
    this.received = this.received.subarray(found.end);
    return found.reply;
  }
}

const encode = (words: readonly string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
