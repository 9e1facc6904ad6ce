/**
 * The few ASN.1 types that a certificate is made of, in their DER encoding (ITU-T X.690). Loading an X.509 library
 * takes longer than everything else that happens before the handshake.
 */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;
const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;

function encode(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = unsigned(length);
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length]), size, content]);
}

/** Big endian, as few bytes as it takes. */
function unsigned(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
}

export const sequence = (...items: readonly Buffer[]): Buffer => encode(TAG.sequence, Buffer.concat(items));
export const set = (...items: readonly Buffer[]): Buffer => encode(TAG.set, Buffer.concat(items));
export const octetString = (content: Buffer): Buffer => encode(TAG.octetString, content);
export const utf8String = (text: string): Buffer => encode(TAG.utf8String, Buffer.from(text));
export const boolean = (value: boolean): Buffer => encode(TAG.boolean, Buffer.from([value ? 0xff : 0]));

/** A number that is not negative, of any size. */
export function integer(value: number | Buffer): Buffer {
  const magnitude = typeof value === "number" ? unsigned(value) : value;
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start++;
  const digits = magnitude.subarray(start);
  return encode(TAG.integer, digits[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits);
}

/** @param unused bits at the end of the last byte that carry nothing */
export const bitString = (content: Buffer, unused = 0): Buffer =>
  encode(TAG.bitString, Buffer.concat([Buffer.of(unused), content]));

/** @param dotted `1.2.840.10045.4.3.2` */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return encode(TAG.objectIdentifier, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

/** A certificate's time has two digits of a year until 2049, and four from then on (RFC 5280, 4.1.2.5). */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\.\d+|[-:T]/g, "");
  return at.getUTCFullYear() < 2050
    ? encode(TAG.utcTime, Buffer.from(digits.slice(2)))
    : encode(TAG.generalizedTime, Buffer.from(digits));
}

/** A field marked `[number]`, its content still tagged with its own type. */
export const explicit = (number: number, content: Buffer): Buffer => encode(CONTEXT | CONSTRUCTED | number, content);
/** A field marked `[number]` in place of its own type. */
export const implicit = (number: number, content: Buffer): Buffer => encode(CONTEXT | number, content);
