/** How a field's bytes are delimited: https://protobuf.dev/programming-guides/encoding/ */
export const VARINT = 0;
export const FIXED64 = 1;
export const DELIMITED = 2;
export const FIXED32 = 5;

/** A varint of more bytes than this may not fit a double. */
const SAFE_VARINT_BYTES = 7;
const MAX_VARINT_BYTES = 10;

/** Reads protobuf's wire format front to back. */
export class Reader {
  private at = 0;
  private readonly bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /** An int32, int64, uint32, enum or bool. */
  varint(): number {
    let end = this.at;
    while ((this.bytes[end] ?? 0) >= 0x80) end++;
    const length = end + 1 - this.at;
    if (end >= this.bytes.length || length > MAX_VARINT_BYTES) throw new MalformedMessage("varint", this.at);
    if (length > SAFE_VARINT_BYTES) return this.wideVarint(end + 1);
    let value = 0;
    for (let factor = 1; this.at <= end; factor *= 0x80) value += (this.bytes[this.at++]! & 0x7f) * factor;
    return value;
  }

  /** Negative numbers are sent as 64 bits. */
  private wideVarint(end: number): number {
    let value = 0n;
    for (let shift = 0n; this.at < end; shift += 7n) value |= BigInt(this.bytes[this.at++]! & 0x7f) << shift;
    return Number(BigInt.asIntN(64, value));
  }

  /** A view on the bytes, not a copy. */
  delimited(): Buffer {
    const length = this.varint();
    return this.take(length);
  }

  skip(wireType: number): void {
    if (wireType === VARINT) this.varint();
    else if (wireType === FIXED64) this.take(8);
    else if (wireType === DELIMITED) this.delimited();
    else if (wireType === FIXED32) this.take(4);
    else throw new MalformedMessage(`wire type ${wireType}`, this.at);
  }

  private take(length: number): Buffer {
    const end = this.at + length;
    if (!(length >= 0 && end <= this.bytes.length)) throw new MalformedMessage("length", this.at);
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}

/** The bytes are not those of a message. */
export class MalformedMessage extends Error {
  constructor(what: string, offset: number) {
    super(`malformed protobuf message: ${what} at byte ${offset}`);
    this.name = "MalformedMessage";
  }
}
