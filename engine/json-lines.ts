import { StringDecoder } from "node:string_decoder";

import { LimitReached, LONGEST_MESSAGE } from "./limits";

/**
 * The JSON values of a stream, one after the other, however the stream is cut up. Engines end each with a line break.
 *
 * @throws SyntaxError where a line is not JSON, or the stream ends inside one; LimitReached where one is too long
 */
export async function* jsonLines<T>(stream: AsyncIterable<Buffer>): AsyncGenerator<T> {
  const decoder = new StringDecoder("utf8");
  let pending: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const [first = "", ...lines] = decoder.write(chunk).split("\n");
    pending.push(first);
    length += first.length;
    if (length > LONGEST_MESSAGE) throw new LimitReached("bytes", LONGEST_MESSAGE);
    for (const line of lines) {
      const whole = pending.join("");
      pending = [line];
      length = line.length;
      if (whole.trim() !== "") yield JSON.parse(whole) as T;
    }
  }
  const rest = pending.join("") + decoder.end();
  if (rest.trim() !== "") yield JSON.parse(rest) as T;
}
