import { entry, type Kind, type Message } from "./kind";
import { DELIMITED, Reader } from "./reader";
import { Writer } from "./writer";

/**
 * A field of a message, what it holds before any of its bytes came, how one more of its values adds to that, and how
 * it is written. Fields are written in the order of the table.
 */
interface Field<Out, In> {
  readonly number: number;
  readonly wireType: number;
  start(): Out;
  add(sofar: Out, reader: Reader): Out;
  write(writer: Writer, value: In): void;
}

/** A field of proto3 that always has a value: its zero (`""`, 0, false, no bytes) is the same as not sent. */
export const singular = <Out, In>(number: number, kind: Kind<Out, In>): Field<Out, In> => ({
  number,
  wireType: kind.wireType,
  start: kind.zero,
  add: (_, reader) => kind.read(reader),
  write: (writer, value) => {
    if (!kind.isZero(value)) kind.write(writer, number, value);
  },
});

/** A message, a member of a oneof, or a field marked `optional`: undefined where it was not sent. */
export const optional = <Out, In>(number: number, kind: Kind<Out, In>): Field<Out | undefined, In | undefined> => ({
  number,
  wireType: kind.wireType,
  start: () => undefined,
  add: (_, reader) => kind.read(reader),
  write: (writer, value) => {
    if (value !== undefined) kind.write(writer, number, value);
  },
});

/** Any number of values. Meant for messages and strings: packed numbers are not read. */
export const repeated = <Out, In>(number: number, kind: Kind<Out, In>): Field<Out[], readonly In[]> => ({
  number,
  wireType: kind.wireType,
  start: () => [],
  add: (sofar, reader) => {
    sofar.push(kind.read(reader));
    return sofar;
  },
  write: (writer, values) => {
    for (const value of values) kind.write(writer, number, value);
  },
});

/** A map with string keys. */
export const map = <Out, In>(
  number: number,
  kind: Kind<Out, In>,
): Field<Map<string, Out>, Iterable<readonly [string, In]>> => {
  const entries = entry(kind);
  return {
    number,
    wireType: DELIMITED,
    start: () => new Map(),
    add: (sofar, reader) => sofar.set(...entries.read(reader)),
    write: (writer, values) => {
      for (const [key, value] of values) entries.write(writer, number, [key, value]);
    },
  };
};

// A table holds fields of every type; `never` and `unknown` are the bounds that all of them satisfy.
type Fields = { readonly [name: string]: Field<unknown, never> };
type OutOf<F extends Fields> = { [N in keyof F]: F[N] extends Field<infer Out, never> ? Out : never };
type InOf<F extends Fields> = { readonly [N in keyof F]?: F[N] extends Field<unknown, infer In> ? In : never };

/** What decoding gives: every field, those not sent with their zero. */
export type Decoded<M> = M extends Message<infer Out, never> ? Out : never;
/** What encoding takes: fields may be left out. */
export type Encodable<M> = M extends Message<unknown, infer In> ? In : never;

/** A message type of these fields. Fields that are not in the table are skipped when read. */
export function message<const F extends Fields>(fields: F): Message<OutOf<F>, InOf<F>> {
  const table = Object.entries(fields) as [string, Field<unknown, unknown>][];
  const byTag = new Map(table.map(([name, field]) => [field.number * 8 + field.wireType, { name, field }]));

  const decode = (bytes: Uint8Array): OutOf<F> => {
    const read = Object.fromEntries(table.map(([name, field]) => [name, field.start()]));
    for (const reader = new Reader(bytes); !reader.done; ) {
      const tag = reader.varint();
      const known = byTag.get(tag);
      if (known) read[known.name] = known.field.add(read[known.name], reader);
      else reader.skip(tag % 8);
    }
    return read as OutOf<F>;
  };

  const writeInto = (writer: Writer, value: { readonly [name: string]: unknown }): void => {
    for (const [name, field] of table) {
      const held = value[name];
      if (held !== undefined) field.write(writer, held);
    }
  };

  return {
    wireType: DELIMITED,
    zero: () => decode(new Uint8Array()),
    read: (reader) => decode(reader.delimited()),
    write: (writer, number, value) => writer.nested(number, (inner) => writeInto(inner, value)),
    isZero: () => false,
    decode,
    encode: (value) => {
      const writer = new Writer();
      writeInto(writer, value);
      return writer.finish();
    },
  };
}
