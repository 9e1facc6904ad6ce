import { type Reply, tryReadReply } from "../../../../images/voting-app/service/reply";

const rows: readonly { readonly text: string; readonly reply: Reply }[] = [
  { text: "+OK\r\n", reply: "OK" },
  { text: ":42\r\n", reply: 42 },
  { text: "$5\r\nhéy!\r\n", reply: "héy!" },
  { text: "$0\r\n\r\n", reply: "" },
  { text: "$-1\r\n", reply: null },
  { text: "*-1\r\n", reply: null },
  { text: "*0\r\n", reply: [] },
  { text: "*2\r\n$1\r\na\r\n*1\r\n:1\r\n", reply: ["a", [1]] },
];

test.each(rows)("$text is read, with what follows left for the next", ({ text, reply }) => {
  const buffer = Buffer.from(`${text}+NEXT\r\n`);
  const { reply: read, end } = tryReadReply(buffer)!;
  expect(read).toEqual(reply);
  expect(buffer.toString("utf8", end)).toBe("+NEXT\r\n");
});

test.each(rows)("$text is not read before it is there in full", ({ text }) => {
  const whole = Buffer.from(text);
  for (let length = 0; length < whole.length; length++) expect(tryReadReply(whole.subarray(0, length))).toBeUndefined();
});

test("an error is an answer, shortened", () => {
  const { reply } = tryReadReply(Buffer.from(`-ERR ${"x".repeat(500)}\r\n`))!;
  expect(reply).toBeInstanceOf(Error);
  expect((reply as Error).message).toHaveLength("redis: ".length + 120);
});

test("what is no answer of redis is an error", () => {
  expect(() => tryReadReply(Buffer.from("HTTP/1.1 400 Bad Request\r\n"))).toThrow("not redis");
});
