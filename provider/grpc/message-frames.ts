import { GrpcError, Status } from "./status";

/** Bytes before a message: whether it is compressed, and how long it is. */
const HEAD = 5;

/** A message as it stands in a stream. Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md */
export function frame(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(HEAD + message.length);
  framed[0] = 0;
  framed.writeUInt32BE(message.length, 1);
  framed.set(message, HEAD);
  return framed;
}

/** Puts the messages of a stream together again, whatever pieces it arrives in. */
export class MessageFrames {
  private chunks: Buffer[] = [];
  private length = 0;
  /** Bytes until there is more to be told. */
  private wanted = HEAD;

  /** @returns the messages that are whole with these bytes @throws GrpcError for one that is compressed, which nobody asked for */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.length += chunk.length;
    if (this.length < this.wanted) return [];
    const messages: Buffer[] = [];
    let rest = Buffer.concat(this.chunks, this.length);
    for (this.wanted = sizeOf(rest); rest.length >= this.wanted; this.wanted = sizeOf(rest)) {
      messages.push(rest.subarray(HEAD, this.wanted));
      rest = rest.subarray(this.wanted);
    }
    this.chunks = [rest];
    this.length = rest.length;
    return messages;
  }

  /** Whether a message was begun and is not whole. */
  get isCutShort(): boolean {
    return this.length > 0;
  }
}

/** Bytes of the message that these begin with, its head included. */
function sizeOf(bytes: Buffer): number {
  if (bytes.length < HEAD) return HEAD;
  if (bytes[0] !== 0)
    throw new GrpcError(Status.unimplemented, "a compressed message, although no encoding is offered");
  return HEAD + bytes.readUInt32BE(1);
}
