import { encode } from "@msgpack/msgpack";
import fc from "fast-check";
import {
  bool,
  type Fields,
  listOf,
  number,
  type ObjectValue,
  objectList,
  setOf,
  string,
  stringList,
  stringMap,
  UNKNOWN,
} from "../../../../provider/schema";
import { decodeMsgpack, encodeMsgpack } from "../../../../provider/schema/codec";
import { objectOf } from "../arbitrary";

const doc = "a value";
const fields = {
  name: string({ required: true, doc }),
  size: number({ optional: true, doc }),
  on: bool({ optional: true, doc }),
  words: stringList({ optional: true, doc }),
  labels: stringMap({ optional: true, doc }),
  seen: objectList({ id: "string", ports: ["list", "string"] })({ computed: true, doc }),
  port: listOf({ port: number({ required: true, doc }) }, { doc }),
  mount: setOf({ target: string({ required: true, doc }) }, { doc }),
} as const satisfies Fields;

const empty = {
  name: undefined,
  size: undefined,
  on: undefined,
  words: undefined,
  labels: undefined,
  seen: undefined,
  port: [],
  mount: [],
};

test("an object comes back as it was sent", () => {
  const value = {
    name: "a",
    size: 5368709120,
    on: false,
    words: ["a", ""],
    labels: { a: "1" },
    seen: [{ id: "x", ports: ["80"] }],
    port: [{ port: 80 }],
    mount: [{ target: "/a" }],
  };
  expect(decodeMsgpack(fields, encodeMsgpack(fields, value))).toEqual(value);
});

test("null for the whole object is no object", () => {
  expect(decodeMsgpack(fields, encodeMsgpack(fields, undefined))).toBeUndefined();
});

test("every attribute is sent, null where it is unset", () => {
  expect(decodeMsgpack(fields, encodeMsgpack(fields, { port: [], mount: [] }))).toEqual(empty);
});

test("unknown values come back unknown, wherever they stand", () => {
  const value: ObjectValue = {
    ...empty,
    name: UNKNOWN,
    words: ["a", UNKNOWN],
    port: [{ port: UNKNOWN }],
    mount: UNKNOWN,
  };
  expect(decodeMsgpack(fields, encodeMsgpack(fields, value))).toEqual(value);
});

test("an unknown value of which Terraform knows something is unknown all the same", () => {
  // fixext-style extension 12 with a refinement map: {1: false}, "not null"
  const refined = Buffer.from([0x81, 0xa4, ...Buffer.from("name"), 0xc7, 0x03, 0x0c, 0x81, 0x01, 0xc2]);
  expect(decodeMsgpack(fields, refined)?.["name"]).toBe(UNKNOWN);
});

const numbers = [
  { name: "an integer", sent: 7, read: 7 },
  { name: "a float", sent: 0.5, read: 0.5 },
  { name: "a decimal string", sent: "1.25", read: 1.25 },
  { name: "a 64-bit integer", sent: 5368709120n, read: 5368709120 },
];
test.each(numbers)("$name is a number", ({ sent, read }) => {
  expect(decodeMsgpack(fields, encode({ size: sent }, { useBigInt64: true }))?.["size"]).toBe(read);
});

const refused = [
  {
    name: "an integer that a double cannot hold",
    sent: { size: 9007199254740993n },
    says: /9007199254740993 is out of range/,
  },
  { name: "a decimal string that a double cannot hold", sent: { size: "9007199254740993" }, says: /out of range/ },
  { name: "a string for a bool", sent: { on: "yes" }, says: /expected a bool, got string/ },
  { name: "a map for a list", sent: { words: {} }, says: /expected a list, got object/ },
  { name: "a list for a map", sent: { labels: [] }, says: /expected a map, got a list/ },
];
test.each(refused)("$name is refused, not rounded", ({ sent, says }) => {
  expect(() => decodeMsgpack(fields, encode(sent, { useBigInt64: true }))).toThrow(says);
});

test("any object of any schema survives the way there and back", () => {
  fc.assert(
    fc.property(objectOf({ unknowns: true }), ({ fields: schema, value }) => {
      expect(decodeMsgpack(schema, encodeMsgpack(schema, value))).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test("any bytes are decoded or refused, never anything else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        const value = decodeMsgpack(fields, bytes);
        expect(
          value === undefined ||
            Object.keys(value).length === Object.keys(fields).length ||
            (value as unknown) === UNKNOWN,
        ).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
    { numRuns: 1000 },
  );
});
