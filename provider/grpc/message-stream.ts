import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { Duplex } from "node:stream";
import { MessageFrames } from "./message-frames";
import { Reply } from "./reply";
import { GrpcError, Status } from "./status";

/** A call whose messages go both ways: what is read and written are whole messages, and to end it is to end with `ok`. */
export class MessageStream extends Duplex {
  private readonly reply: Reply;
  private readonly frames = new MessageFrames();

  constructor(
    private readonly stream: ServerHttp2Stream,
    readonly headers: IncomingHttpHeaders,
  ) {
    super({ objectMode: true });
    this.reply = new Reply(stream);
    // Whoever writes learns of it; nobody else is to.
    this.on("error", () => {});
    stream.on("data", (chunk: Buffer) => this.receive(chunk));
    stream.on("end", () => this.push(null));
    stream.on("close", () => this.destroy());
  }

  /** Ends it with a status that tells why. */
  fail({ status, message }: GrpcError): void {
    this.reply.end(status, message);
  }

  override _read(): void {
    this.stream.resume();
  }

  override _write(message: Uint8Array, _encoding: BufferEncoding, sent: (error?: Error | null) => void): void {
    this.reply.say(message, sent);
  }

  override _final(done: () => void): void {
    this.reply.end();
    done();
  }

  private receive(chunk: Buffer): void {
    try {
      for (const message of this.frames.push(chunk)) if (!this.push(message)) this.stream.pause();
    } catch (error) {
      this.fail(error instanceof GrpcError ? error : new GrpcError(Status.internal, String(error)));
    }
  }
}
