import type { ServerHttp2Stream } from "node:http2";
import { frame } from "./message-frames";
import { Status } from "./status";

const HEADERS = { ":status": 200, "content-type": "application/grpc" } as const;

/** What is said on a stream: messages, then a status. Nothing is said to a caller who is gone. */
export class Reply {
  private status: Status = Status.ok;
  private details = "";

  constructor(private readonly stream: ServerHttp2Stream) {}

  /** @param sent called once it is on its way */
  say(message: Uint8Array, sent?: (error?: Error | null) => void): void {
    if (this.isOver) {
      sent?.(new Error("the call is over"));
      return;
    }
    this.begin();
    this.stream.write(frame(message), sent);
  }

  end(status: Status = Status.ok, details = ""): void {
    if (this.isOver) return;
    this.status = status;
    this.details = details;
    this.begin();
    this.stream.end();
  }

  private get isOver(): boolean {
    return this.stream.destroyed || this.stream.writableEnded;
  }

  private begin(): void {
    if (this.stream.headersSent) return;
    this.stream.respond(HEADERS, { waitForTrailers: true });
    this.stream.once("wantTrailers", () => {
      const message = this.details && { "grpc-message": percentEncoded(this.details) };
      this.stream.sendTrailers({ "grpc-status": String(this.status), ...message });
    });
  }
}

/** UTF-8, but for what is ASCII and is printed. */
const percentEncoded = (text: string): string =>
  Buffer.from(text)
    .toString()
    .replace(/[^ -$&-~]/gu, encodeURIComponent);
