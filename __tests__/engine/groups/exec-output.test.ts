import { Duplex } from "node:stream";
import { readToEnd } from "../../../engine/groups/exec-output";

const frame = (text: string) => Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)]);

/** A connection that brings the pieces and then breaks with the code, or ends. */
function bringing(pieces: readonly Buffer[], broken?: string): Duplex {
  const left = [...pieces];
  return new Duplex({
    read() {
      const piece = left.shift();
      if (piece || !broken) this.push(piece ?? null);
      else this.destroy(Object.assign(new Error(broken), { code: broken }));
    },
  });
}

test.each([undefined, "ECONNRESET", "connection-lost"])("all that came before the end (%s) is kept", async (broken) => {
  const output = await readToEnd(bringing([frame("one"), frame("two")], broken), { tty: false, mayBeReset: true });
  expect(output.stdout).toBe("onetwo");
});

test.each([
  { name: "a reset where nothing was written", broken: "ECONNRESET", mayBeReset: false, thrown: "ECONNRESET" },
  { name: "another error", broken: "ETIMEDOUT", mayBeReset: true, thrown: "ETIMEDOUT" },
  {
    name: "a reset inside a frame",
    broken: "ECONNRESET",
    mayBeReset: true,
    piece: frame("one").subarray(0, 9),
    thrown: /inside a frame/,
  },
  {
    name: "what is no frame",
    broken: undefined,
    mayBeReset: true,
    piece: Buffer.from("nonsense"),
    thrown: /no frame begins/,
  },
])("$name is an error", async ({ broken, mayBeReset, piece = frame("one"), thrown }) => {
  await expect(readToEnd(bringing([piece], broken), { tty: false, mayBeReset })).rejects.toThrow(thrown);
});
