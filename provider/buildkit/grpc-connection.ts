import { type ClientHttp2Session, type ClientHttp2Stream, connect, type IncomingHttpHeaders } from "node:http2";
import type { Duplex } from "node:stream";
import { Refused } from "../../engine";
import { frame, MessageFrames } from "../grpc/message-frames";

const OK = "0";

/**
 * The calling side of gRPC on a connection that is there already, which gRPC's own library cannot take: messages are
 * bytes. Protocol: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
export class GrpcConnection {
  private readonly session: ClientHttp2Session;
  private readonly failed = new AbortController();

  constructor(connection: Duplex) {
    this.session = connect("http://localhost", { createConnection: () => connection });
    this.session.on("error", (error) => this.fail(error));
    connection.on("error", (error) => this.fail(error));
    connection.on("close", () => this.fail(new Error("the connection was closed")));
  }

  /** The one message of the answer. @throws Refused, or what befell the connection */
  async call(path: string, message: Buffer): Promise<Buffer> {
    for await (const answer of this.stream(path, message)) return answer;
    return Buffer.alloc(0);
  }

  /** The messages of the answer, as they come. @throws Refused, or what befell the connection */
  async *stream(path: string, message: Buffer): AsyncGenerator<Buffer> {
    const request = this.session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
    });
    const status = statusOf(request);
    status.catch(() => {});
    try {
      request.end(frame(message));
      yield* messagesIn(request);
    } catch (error) {
      throw this.failed.signal.aborted ? this.failed.signal.reason : error;
    } finally {
      request.destroy();
    }
    const { code, words } = await status;
    if (code !== OK) throw new Refused(words);
  }

  close(): void {
    this.session.destroy();
  }

  /** The session does not end its calls by itself where the connection is destroyed under it. */
  private fail(error: Error): void {
    this.failed.abort(error);
    this.session.destroy(error);
  }
}

interface Status {
  readonly code: string;
  readonly words: string;
}

/** Behind the messages; of an answer without any, in its only headers. A call may also end without. */
function statusOf(request: ClientHttp2Stream): Promise<Status> {
  return new Promise((resolve, reject) => {
    const told = ({ "grpc-status": code, "grpc-message": words = "" }: IncomingHttpHeaders) => {
      if (code !== undefined) resolve({ code: String(code), words: decodeURIComponent(String(words)) });
    };
    request.once("response", told).once("trailers", told);
    request.once("close", () => reject(new Error("the connection was closed")));
  });
}

async function* messagesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const frames = new MessageFrames();
  for await (const chunk of stream) yield* frames.push(chunk);
}
