import { StringDecoder } from "node:string_decoder";

/**
 * The JSON values of a stream, one after the other, however the stream is cut up. Engines end each with a line break.
 *
 * @throws SyntaxError where a line is not JSON, or the stream ends inside one
 */
export async function* jsonLines<T>(stream: AsyncIterable<Buffer>): AsyncGenerator<T> {
  const decoder = new StringDecoder("utf8");
  let pending: string[] = [];
  for await (const chunk of stream) {
    const [first = "", ...lines] = decoder.write(chunk).split("\n");
    pending.push(first);
    for (const line of lines) {
      const whole = pending.join("");
      pending = [line];
      if (whole.trim() !== "") yield JSON.parse(whole) as T;
    }
  }
  const rest = pending.join("") + decoder.end();
  if (rest.trim() !== "") yield JSON.parse(rest) as T;
}
