import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from "../../../../provider/plugin/go-plugin/der";

// ITU-T X.690, clause 8 and 10.
const rows = [
  { name: "zero", encoded: integer(0), hex: "020100" },
  { name: "a small integer", encoded: integer(127), hex: "02017f" },
  { name: "an integer whose first bit is set is not negative", encoded: integer(128), hex: "02020080" },
  { name: "an integer of two bytes", encoded: integer(256), hex: "02020100" },
  {
    name: "leading zeros of an integer's bytes are dropped",
    encoded: integer(Buffer.from("00007f01", "hex")),
    hex: "02027f01",
  },
  { name: "true", encoded: boolean(true), hex: "0101ff" },
  { name: "false", encoded: boolean(false), hex: "010100" },
  { name: "bits", encoded: bitString(Buffer.of(0xac), 2), hex: "030202ac" },
  { name: "octets", encoded: octetString(Buffer.of(1, 2)), hex: "04020102" },
  { name: "text", encoded: utf8String("é"), hex: "0c02c3a9" },
  { name: "an object identifier", encoded: objectIdentifier("1.2.840.10045.4.3.2"), hex: "06082a8648ce3d040302" },
  { name: "a sequence", encoded: sequence(integer(1), integer(2)), hex: "3006020101020102" },
  { name: "a set", encoded: set(integer(1)), hex: "3103020101" },
  { name: "a tagged field", encoded: explicit(3, integer(1)), hex: "a303020101" },
  { name: "a field tagged in place of its type", encoded: implicit(2, Buffer.from("a")), hex: "820161" },
  {
    name: "a time of this half century",
    encoded: time(new Date("2049-12-31T23:59:59.999Z")),
    hex: `170d${Buffer.from("491231235959Z").toString("hex")}`,
  },
  {
    name: "a time after it",
    encoded: time(new Date("2050-01-01T00:00:00Z")),
    hex: `180f${Buffer.from("20500101000000Z").toString("hex")}`,
  },
];
test.each(rows)("$name", ({ encoded, hex }) => {
  expect(encoded.toString("hex")).toBe(hex);
});

const lengths = [
  { size: 127, head: "047f" },
  { size: 128, head: "048180" },
  { size: 256, head: "04820100" },
];
test.each(lengths)("a length of $size", ({ size, head }) => {
  expect(octetString(Buffer.alloc(size)).toString("hex")).toBe(head + "00".repeat(size));
});
