import fc from "fast-check";
import { jsonLines } from "../../engine/json-lines";

async function* cutUp(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(stream: AsyncIterable<Buffer>): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of jsonLines(stream)) values.push(value);
  return values;
}

test("values come out whole, however the stream is cut up, with either line break and without the last", async () => {
  const line = fc.tuple(fc.jsonValue(), fc.constantFrom("\n", "\r\n"));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.jsonValue(), fc.integer({ min: 1, max: 40 }), async (lines, last, size) => {
      const text = lines.map(([value, end]) => JSON.stringify(value) + end).join("") + JSON.stringify(last);
      const expected = [...lines.map(([value]) => value), last].map((value) => JSON.parse(JSON.stringify(value)));
      expect(await read(cutUp(text, size))).toEqual(expected);
    }),
  );
});

test("empty lines are nothing", async () => {
  expect(await read(cutUp('\n\r\n{"a":1}\n\n', 3))).toEqual([{ a: 1 }]);
});

test.each([
  { name: "a line that is not JSON", text: '{"a":1}\nnonsense\n' },
  { name: "a stream that ends inside a value", text: '{"a":1}\n{"b":' },
])("$name is an error", async ({ text }) => {
  await expect(read(cutUp(text, 4))).rejects.toThrow(SyntaxError);
});
