import { DELIMITED, Reader, VARINT } from "./reader";
import type { Writer } from "./writer";

/** A type of field: how its value stands on the wire. `In` is what may be written, `Out` what is read. */
export interface Kind<Out, In = Out> {
  readonly wireType: number;
  /** What a field that was not sent reads as. */
  zero(): Out;
  read(reader: Reader): Out;
  /** Writes tag and value. */
  write(writer: Writer, number: number, value: In): void;
  /** Whether the value is the one that is not sent. */
  isZero(value: In): boolean;
}

/** A message type, as the table of its fields: `message({ summary: singular(2, string) })`. */
export interface Message<Out, In> extends Kind<Out, In> {
  decode(bytes: Uint8Array): Out;
  encode(value: In): Buffer;
}

export const string: Kind<string> = {
  wireType: DELIMITED,
  zero: () => "",
  read: (reader) => reader.delimited().toString("utf8"),
  write: (writer, number, value) => {
    writer.tag(number, DELIMITED);
    writer.string(value);
  },
  isZero: (value) => value === "",
};

export const bytes: Kind<Uint8Array> = {
  wireType: DELIMITED,
  zero: () => new Uint8Array(),
  read: (reader) => reader.delimited(),
  write: (writer, number, value) => {
    writer.tag(number, DELIMITED);
    writer.delimited(value);
  },
  isZero: (value) => value.length === 0,
};

/** int32, int64, uint32 and enums: any integer that a double holds. */
export const integer: Kind<number> = {
  wireType: VARINT,
  zero: () => 0,
  read: (reader) => reader.varint(),
  write: (writer, number, value) => {
    writer.tag(number, VARINT);
    writer.varint(value);
  },
  isZero: (value) => value === 0,
};

export const bool: Kind<boolean> = {
  wireType: VARINT,
  zero: () => false,
  read: (reader) => reader.varint() !== 0,
  write: (writer, number, value) => {
    writer.tag(number, VARINT);
    writer.varint(value ? 1 : 0);
  },
  isZero: (value) => !value,
};

/** A message as a field. Takes a function where messages name each other in a circle. */
export function embedded<Out, In>(type: () => Message<Out, In>): Kind<Out, In> {
  return {
    wireType: DELIMITED,
    zero: () => type().zero(),
    read: (reader) => type().decode(reader.delimited()),
    write: (writer, number, value) => type().write(writer, number, value),
    isZero: () => false,
  };
}

/** An entry of a map field is a message of a key and a value. */
export function entry<Out, In>(value: Kind<Out, In>): Kind<[string, Out], [string, In]> {
  return {
    wireType: DELIMITED,
    zero: () => ["", value.zero()],
    read: (reader) => {
      const inner = new Reader(reader.delimited());
      const read: [string, Out] = ["", value.zero()];
      while (!inner.done) {
        const tag = inner.varint();
        if (tag === KEY_TAG) read[0] = string.read(inner);
        else if (tag === 2 * 8 + value.wireType) read[1] = value.read(inner);
        else inner.skip(tag % 8);
      }
      return read;
    },
    write: (writer, number, [key, inner]) =>
      writer.nested(number, (item) => {
        string.write(item, 1, key);
        value.write(item, 2, inner);
      }),
    isZero: () => false,
  };
}
const KEY_TAG = 1 * 8 + DELIMITED;
