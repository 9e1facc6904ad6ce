import { DELIMITED } from "./reader";

/** Writes protobuf's wire format front to back, into a buffer that grows. */
export class Writer {
  private length = 0;
  private buffer = Buffer.allocUnsafe(256);

  tag(number: number, wireType: number): void {
    this.varint(number * 8 + wireType);
  }

  varint(value: number): void {
    this.reserve(10);
    // Negative numbers are sent as 64 bits, which a double does not hold.
    let rest = value < 0 ? BigInt.asUintN(64, BigInt(value)) : value;
    for (; typeof rest === "bigint" && rest >= 0x80n; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
    for (rest = Number(rest); rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80);
    this.byte(rest);
  }

  private byte(value: number): void {
    this.buffer[this.length++] = value;
  }

  delimited(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  string(text: string): void {
    const size = Buffer.byteLength(text);
    this.varint(size);
    this.reserve(size);
    this.length += this.buffer.write(text, this.length);
  }

  /** A field that is itself a message. */
  nested(number: number, write: (inner: Writer) => void): void {
    const inner = new Writer();
    write(inner);
    this.tag(number, DELIMITED);
    this.delimited(inner.finish());
  }

  finish(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
  }
}
