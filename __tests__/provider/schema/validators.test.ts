import { duration, each, like, oneOf, orEmpty, whole } from "../../../provider/schema/validators";

const name = like(/^[a-z]+$/, "name", "letters, `web` for instance");

test.each<[name: string, complaint: string | undefined, says: string | undefined]>([
  ["one of", oneOf("a", "b")("b"), undefined],
  ["none of", oneOf("a", "b")("c"), '"c" is not allowed; write one of `a`, `b`'],
  ["the least", whole(0)(0), undefined],
  ["below it", whole(0)(-1), "-1 is out of range; write a whole number from 0 on"],
  ["the most", whole(1, { to: 3 })(3), undefined],
  ["above it", whole(1, { to: 3 })(4), "4 is out of range; write a whole number from 1 to 3"],
  ["a fraction", whole(0, { of: "MiB" })(0.5), "0.5 is out of range; write a whole number of MiB from 0 on"],
  ["more than a double holds", whole(0)(2 ** 53), "9007199254740992 is out of range; write a whole number from 0 on"],
  ["any whole number", whole(-Infinity)(-5), undefined],
  ["none", whole(-Infinity)(0.5), "0.5 is out of range; write a whole number"],
  ["a form", name("web"), undefined],
  ["another form", name("9"), '"9" is no name; write letters, `web` for instance'],
  ["by a function", like((text) => text === "x", "x", "`x`")("y"), '"y" is no x; write `x`'],
  ["a duration", duration()("1h30m"), undefined],
  ["none at all", duration({ from: 1e9, orNone: true })("0s"), undefined],
  ["none where there must be some", duration({ from: 3600e9 })("0s"), "0s is shorter than 1h; write `1h` or more"],
  ["no duration", duration()("5"), '"5" is no duration; write numbers with units (ns, us, ms, s, m, h), like "1m30s"'],
  ["longer than the engine keeps", duration()("9999999h"), expect.stringContaining('"9999999h" is no duration')],
  ["too short", duration({ from: 60e9 })("59s"), "59s is shorter than 1m; write `1m` or more"],
  ["just long enough", duration({ from: 60e9 })("1m"), undefined],
  ["empty", orEmpty(name)(""), undefined],
  ["not empty", orEmpty(name)("9"), '"9" is no name; write letters, `web` for instance'],
  ["no items", each(name)([]), undefined],
  ["items", each(name)(["a", "b"]), undefined],
  ["a wrong item", each(name)(["a", "9", "8"]), '"9" is no name; write letters, `web` for instance'],
])("%s", (_, complaint, says) => {
  expect(complaint).toEqual(says);
});
