import fc from "fast-check";
import { frame, MessageFrames } from "../../../provider/grpc/message-frames";
import { Status } from "../../../provider/grpc/status";

test("messages are whole again, whatever pieces they arrive in", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1 }),
      (messages, sizes) => {
        const all = Buffer.concat(messages.map((message) => frame(message)));
        const frames = new MessageFrames();
        const read: Buffer[] = [];
        for (let from = 0, turn = 0; from < all.length; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          read.push(...frames.push(all.subarray(from, from + size)));
          from += size;
        }
        expect(read.map((message) => [...message])).toEqual(messages.map((message) => [...message]));
        expect(frames.isCutShort).toBe(false);
      },
    ),
  );
});

test("one that is not whole is told from none", () => {
  const frames = new MessageFrames();
  expect(frames.push(frame(Buffer.from("abc")).subarray(0, 6))).toEqual([]);
  expect(frames.isCutShort).toBe(true);
});

test("a compressed message is refused: nobody offered to read one", () => {
  const compressed = Buffer.from([1, 0, 0, 0, 1, 0]);
  expect(() => new MessageFrames().push(compressed)).toThrow(
    expect.objectContaining({ status: Status.unimplemented, message: expect.stringContaining("compressed") }),
  );
});
