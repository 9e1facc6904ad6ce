import {
  createSecureServer,
  createServer,
  type Http2Session,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import type { Duplex } from "node:stream";
import { own } from "../../foreign/own";
import { MessageFrames } from "./message-frames";
import { MessageStream } from "./message-stream";
import { Reply } from "./reply";
import { GrpcError, Status } from "./status";

type Unary = (request: Buffer, headers: IncomingHttpHeaders) => Promise<Uint8Array> | Uint8Array;

/** What answers the calls of a method: one message with one, or a stream of them with another. */
export type Method = { readonly unary: Unary } | { readonly stream: (call: MessageStream) => void };

/** Methods by their paths, `/SERVICE/METHOD`. */
export type Methods = Readonly<Record<string, Method>>;

/** Who this is, and the one client that is let in. PEM. */
export interface MutualTls {
  readonly certificate: string;
  readonly key: string;
  readonly client: string;
}

/** As grpc-go and grpc-js have it: what a session may hold is bounded by those who are let in. */
const OPTIONS = { maxSessionMemory: Number.MAX_SAFE_INTEGER } as const;

/**
 * A gRPC server on connections that somebody else accepts: it moves messages as bytes. A library would take longer to
 * load than all that the provider does before its first answer.
 *
 * Protocol: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
export class GrpcServer {
  private readonly server;
  private readonly sessions = new Set<Http2Session>();

  /** @param tls @default - whoever reaches it is answered */
  constructor(
    private readonly methods: Methods,
    tls?: MutualTls,
  ) {
    this.server = tls
      ? createSecureServer({ ...OPTIONS, ...tlsOptions(tls) }).on("unknownProtocol", (socket) => socket.destroy())
      : createServer(OPTIONS);
    this.server.on("stream", (stream, headers) => this.answer(stream, headers));
    this.server.on("session", (session) => {
      this.sessions.add(session);
      session.on("close", () => this.sessions.delete(session));
    });
  }

  /** Answers who is at the other end, until the connection is closed. */
  accept(connection: Duplex): void {
    this.server.emit("connection", connection);
  }

  /** Breaks all connections. */
  close(): void {
    for (const session of this.sessions) session.destroy();
  }

  private answer(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    // A call that breaks off closes; that it was an error is of no use.
    stream.on("error", () => {});
    const path = headers[":path"] ?? "";
    const method = own(this.methods, path);
    if (!method) {
      stream.resume();
      new Reply(stream).end(Status.unimplemented, `no method ${path}`);
    } else if ("stream" in method) method.stream(new MessageStream(stream, headers));
    else void answerOne(stream, (request) => method.unary(request, headers));
  }
}

const tlsOptions = ({ certificate, key, client }: MutualTls) => ({
  ...{ cert: certificate, key, ca: client },
  ...{ requestCert: true, rejectUnauthorized: true },
});

async function answerOne(stream: ServerHttp2Stream, answer: (request: Buffer) => Promise<Uint8Array> | Uint8Array) {
  const reply = new Reply(stream);
  try {
    reply.say(await answer(await readOne(stream)));
    reply.end();
  } catch (error) {
    const { status, message } =
      error instanceof GrpcError ? error : new GrpcError(Status.unknown, error instanceof Error ? error.message : "");
    reply.end(status, message);
  }
}

/** The one message of a call. */
function readOne(stream: ServerHttp2Stream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const frames = new MessageFrames();
    const messages: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => {
      try {
        messages.push(...frames.push(chunk));
      } catch (error) {
        reject(error);
      }
    });
    stream.on("end", () => {
      const [message] = messages;
      if (message && messages.length === 1 && !frames.isCutShort) resolve(message);
      else reject(new GrpcError(Status.internal, "a call of one message has another number of them"));
    });
  });
}
