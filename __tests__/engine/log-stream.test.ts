import fc from "fast-check";
import { demultiplex, type Frame, LogStreamDecoder, type StreamName } from "../../engine/log-stream";

const numbers: Readonly<Record<StreamName, number>> = { stdin: 0, stdout: 1, stderr: 2 };

function frame(stream: number, data: Buffer | string): Buffer {
  const body = Buffer.from(data);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
}

const frames = fc.array(
  fc.record({
    stream: fc.constantFrom<StreamName>("stdin", "stdout", "stderr"),
    data: fc.uint8Array({ maxLength: 300 }).map(Buffer.from),
  }),
);

/** The bytes, cut at the given places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
}

/** Pieces of one stream that follow each other, joined: how a frame was cut up does not matter. */
function joined(pieces: readonly Frame[]): { stream: StreamName; text: string }[] {
  const runs: { stream: StreamName; text: string }[] = [];
  for (const { stream, data } of pieces.filter((piece) => piece.data.length > 0)) {
    const last = runs.at(-1);
    if (last?.stream === stream) last.text += data.toString("latin1");
    else runs.push({ stream, text: data.toString("latin1") });
  }
  return runs;
}

test("whatever the frames, and however they are cut up, each stream's bytes come out in order", () => {
  fc.assert(
    fc.property(frames, fc.array(fc.nat()), (sent, places) => {
      const bytes = Buffer.concat(sent.map(({ stream, data }) => frame(numbers[stream], data)));
      const decoder = new LogStreamDecoder();
      const received = cut(bytes, places).flatMap((chunk) => decoder.write(chunk));
      decoder.end();
      expect(joined(received)).toEqual(joined(sent));
    }),
  );
});

test("what has arrived of a frame is given at once", () => {
  const decoder = new LogStreamDecoder();
  const bytes = frame(1, "0123456789");
  expect(decoder.write(bytes.subarray(0, 8))).toEqual([]);
  expect(decoder.write(bytes.subarray(8, 11))).toEqual([{ stream: "stdout", data: Buffer.from("012") }]);
  expect(decoder.write(bytes.subarray(11))).toEqual([{ stream: "stdout", data: Buffer.from("3456789") }]);
});

test("a stream that ends inside a frame is an error, one that ends between frames is not", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), fc.nat(), (data, place) => {
      const bytes = frame(2, Buffer.from(data));
      const cutAt = place % (bytes.length + 1);
      const decoder = new LogStreamDecoder();
      decoder.write(bytes.subarray(0, cutAt));
      if (cutAt === 0 || cutAt === bytes.length) decoder.end();
      else expect(() => decoder.end()).toThrow(/ended inside a frame/);
    }),
  );
});

const malformed = [
  { name: "a stream that does not exist", bytes: frame(4, "x") },
  { name: "bytes that should be zero", bytes: Buffer.from([1, 0, 1, 0, 0, 0, 0, 1, 120]) },
  { name: "a terminal's plain text", bytes: Buffer.from("hello from a terminal") },
  { name: "an engine's error without end", bytes: Buffer.from([3, 0, 0, 0, 255, 255, 255, 255, 120]) },
];

test.each(malformed)("$name is an error", ({ bytes }) => {
  expect(() => new LogStreamDecoder().write(bytes)).toThrow(expect.objectContaining({ name: "MalformedLogStream" }));
});

test("any bytes are frames or an error", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (chunks) => {
      const decoder = new LogStreamDecoder();
      try {
        for (const chunk of chunks) decoder.write(Buffer.from(chunk));
        decoder.end();
      } catch (error) {
        expect(["MalformedLogStream", "LogStreamFailure"]).toContain((error as Error).name);
      }
    }),
  );
});

test("what the engine itself says in the stream is thrown, however it is cut up", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (places) => {
      const bytes = Buffer.concat([frame(1, "before"), frame(3, "the log was rotated away\n")]);
      const decoder = new LogStreamDecoder();
      const reading = () => cut(bytes, places).flatMap((chunk) => decoder.write(chunk));
      expect(reading).toThrow(
        expect.objectContaining({ name: "LogStreamFailure", message: "the log was rotated away" }),
      );
    }),
  );
});

test("with a terminal everything is standard output, as it comes", async () => {
  async function* bytes() {
    yield Buffer.from("raw ");
    yield Buffer.from([1, 0, 0, 0]);
  }
  const received: Frame[] = [];
  for await (const piece of demultiplex(bytes(), { tty: true })) received.push(piece);
  expect(received).toEqual([
    { stream: "stdout", data: Buffer.from("raw ") },
    { stream: "stdout", data: Buffer.from([1, 0, 0, 0]) },
  ]);
});
