import { createSecureContext, TLSSocket } from "node:tls";
import { frame } from "../../provider/grpc/message-frames";
import { listening } from "./listening";

/*
 * The same without Node's HTTP/2: the few frames that one call is answered by. It understands nothing but where frames
 * begin, and answers no more than fits into the window that a client opens by itself.
 */
const TYPE = { data: 0, headers: 1, settings: 4 } as const;
const FLAG = { ack: 1, endStream: 1, endHeaders: 4 } as const;
const HEAD = 9;
const PREFACE = 24;
const LARGEST = 16_384;
const WINDOW = 65_535;
const STATUS_200 = Buffer.of(0x88);

function http2Frame(type: number, flags: number, stream: number, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUIntBE(content.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, content]);
}

/** A header that is told as it is, and remembered by nobody. */
const header = (name: string, value: string): Buffer =>
  Buffer.concat([Buffer.of(0, name.length), Buffer.from(name), Buffer.of(value.length), Buffer.from(value)]);

function answerOn(stream: number, answer: Buffer): Buffer {
  const message = frame(answer.subarray(0, WINDOW - 5));
  const parts = Array.from({ length: Math.ceil(message.length / LARGEST) }, (_, part) =>
    http2Frame(TYPE.data, 0, stream, message.subarray(part * LARGEST, (part + 1) * LARGEST)),
  );
  const first = Buffer.concat([STATUS_200, header("content-type", "application/grpc")]);
  const last = header("grpc-status", "0");
  return Buffer.concat([
    http2Frame(TYPE.headers, FLAG.endHeaders, stream, first),
    ...parts,
    http2Frame(TYPE.headers, FLAG.endHeaders | FLAG.endStream, stream, last),
  ]);
}

listening(({ certificate, key, client, answer }) => {
  const secureContext = createSecureContext({ cert: certificate, key, ca: client });
  return (connection) => {
    const terms = { isServer: true, requestCert: true, rejectUnauthorized: true, ALPNProtocols: ["h2"] };
    const socket = new TLSSocket(connection, { ...terms, secureContext });
    socket.write(http2Frame(TYPE.settings, 0, 0));
    let received = Buffer.alloc(0);
    let at = PREFACE;
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= at + HEAD) {
        const end = at + HEAD + received.readUIntBE(at, 3);
        if (received.length < end) return;
        const [type, flags, stream] = [received[at + 3], received[at + 4]!, received.readUInt32BE(at + 5)];
        if (type === TYPE.settings && !(flags & FLAG.ack)) socket.write(http2Frame(TYPE.settings, FLAG.ack, 0));
        if (type === TYPE.data && flags & FLAG.endStream) socket.write(answerOn(stream, answer));
        at = end;
      }
    });
  };
});
