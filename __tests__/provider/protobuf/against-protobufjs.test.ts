import { join } from "node:path";
import fc from "fast-check";
import protobuf from "protobufjs";
import { calls } from "../../../provider/plugin/tfplugin6/calls";
import type { Message } from "../../../provider/protobuf";
import { messageOf } from "./arbitrary";

const root = new protobuf.Root().loadSync(join(__dirname, "fixtures/tfplugin6.proto"), { keepCase: true });

const rows = Object.entries(calls).flatMap(([call, { request, response }]) =>
  (
    [
      ["Request", request],
      ["Response", response],
    ] as const
  ).map(([name, table]) => ({
    name: `${call}.${name}`,
    type: root.lookupType(`tfplugin6.${call}.${name}`),
    table: table as unknown as Message<Plain, Plain>,
  })),
);
type Plain = Record<string, unknown>;

test.each(rows)("$name is written as protobufjs reads it", ({ type, table }) => {
  fc.assert(
    fc.property(messageOf(type), (message) => {
      expect(normal(toObject(type, type.decode(table.encode(message))))).toEqual(normal(complete(type, message)));
    }),
    { numRuns: 25 },
  );
});

test.each(rows)("$name is read as protobufjs writes it", ({ type, table }) => {
  fc.assert(
    fc.property(messageOf(type), (message) => {
      const bytes = type.encode(type.fromObject(normal(message) as Plain)).finish();
      expect(normal(table.decode(bytes))).toEqual(normal(complete(type, message)));
    }),
    { numRuns: 25 },
  );
});

test.each(rows)("any bytes are read as a $name or refused, never anything else", ({ table }) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        table.decode(bytes);
      } catch (error) {
        expect((error as Error).name).toBe("MalformedMessage");
      }
    }),
    { numRuns: 50 },
  );
});

/** The same message by way of protobufjs alone: what was left out has its default. */
const complete = (type: protobuf.Type, message: Plain): Plain =>
  toObject(type, type.decode(type.encode(type.fromObject(normal(message) as Plain)).finish()));

const toObject = (type: protobuf.Type, message: protobuf.Message): Plain =>
  type.toObject(message, { defaults: true, arrays: true, objects: true, longs: Number, enums: Number });

/** Byte arrays by content, maps as records, and nothing that is not set. */
function normal(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Map) return normal(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== "object" || value === null) return value;
  const set = Object.entries(value).filter(([, held]) => held !== undefined && held !== null);
  return Object.fromEntries(set.map(([name, held]) => [name, normal(held)]));
}
