import { bool, integer, map, message, optional, repeated, singular, string } from "../../../provider/protobuf";

const Inner = message({ text: singular(1, string) });
const Outer = message({
  text: singular(1, string),
  count: singular(2, integer),
  chosen: optional(3, integer),
  inner: optional(4, Inner),
  list: repeated(5, string),
  entries: map(6, Inner),
  on: singular(7, bool),
});
const empty = { text: "", count: 0, chosen: undefined, inner: undefined, list: [], entries: new Map(), on: false };
const hex = (bytes: Buffer) => bytes.toString("hex");

test("nothing sent reads as every field's zero", () => {
  expect(Outer.decode(Buffer.alloc(0))).toEqual(empty);
});

test("zeros are not sent, unless a field can tell unset from zero", () => {
  expect(hex(Outer.encode({ text: "", count: 0, on: false, list: [], entries: [] }))).toBe("");
  expect(hex(Outer.encode({ chosen: 0 }))).toBe("1800");
  expect(hex(Outer.encode({ inner: {} }))).toBe("2200");
});

// A newer Terraform sends fields that this provider does not know: 100 and up here, one of each wire type.
const unknown = [
  { name: "a varint", bytes: "a006ff01" },
  { name: "64 bits", bytes: "a1060102030405060708" },
  { name: "a string", bytes: "a206026869" },
  { name: "32 bits", bytes: "a50601020304" },
  { name: "a known number with another wire type", bytes: "0801" },
];
test.each(unknown)("a field that is not in the table is passed over: $name", ({ bytes }) => {
  const known = Outer.encode({ text: "a", count: 1 });
  const sent = Buffer.concat([Buffer.from(bytes, "hex"), known, Buffer.from(bytes, "hex")]);
  expect(Outer.decode(sent)).toEqual({ ...empty, text: "a", count: 1 });
});

test("in an entry of a map too", () => {
  expect(Outer.decode(Buffer.from("3209" + "0a0161" + "1a00" + "12020a00", "hex")).entries).toEqual(
    new Map([["a", { text: "" }]]),
  );
});

test("of a field that is sent twice the last one counts", () => {
  expect(Outer.decode(Buffer.concat([Outer.encode({ text: "a" }), Outer.encode({ text: "b" })])).text).toBe("b");
});

const malformed = [
  { name: "a varint that does not end", bytes: "10ff" },
  { name: "a varint of eleven bytes", bytes: "10ffffffffffffffffffff01" },
  { name: "a string longer than the message", bytes: "0a05" + "6869" },
  { name: "a wire type that does not exist", bytes: "0f" },
  { name: "a group, which proto3 has not", bytes: "0b" },
];
test.each(malformed)("$name is malformed", ({ bytes }) => {
  expect(() => Outer.decode(Buffer.from(bytes, "hex"))).toThrow(/malformed protobuf message: .* at byte \d+/);
});

const numbers = [
  0,
  1,
  127,
  128,
  300,
  2 ** 31,
  2 ** 32,
  2 ** 49 - 1,
  2 ** 49,
  Number.MAX_SAFE_INTEGER,
  -1,
  -(2 ** 31),
  Number.MIN_SAFE_INTEGER,
];
test.each(numbers)("%d comes back as it was sent", (count) => {
  expect(Outer.decode(Outer.encode({ count })).count).toBe(count);
});

test("what was read stays what it was although it is a view on the bytes", () => {
  const large = "x".repeat(100_000);
  const read = Outer.decode(Outer.encode({ list: [large, "é", ""] }));
  expect(read.list).toEqual([large, "é", ""]);
});
