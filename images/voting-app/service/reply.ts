/** What redis answers; an error among several answers is one of them. */
export type Reply = string | number | null | Error | readonly Reply[];

/**
 * The reply that a buffer begins with, and where it ends; undefined where it is not there in full yet.
 * @see https://redis.io/docs/latest/develop/reference/protocol-spec/
 */
export function tryReadReply(buffer: Buffer, at = 0): { readonly reply: Reply; readonly end: number } | undefined {
  const newline = buffer.indexOf("\r\n", at);
  if (newline < 0) return undefined;
  const line = buffer.toString("utf8", at + 1, newline);
  const end = newline + 2;
  switch (String.fromCharCode(buffer[at]!)) {
    case "+":
      return { reply: line, end };
    case "-":
      return { reply: new Error(`redis: ${line.slice(0, 120)}`), end };
    case ":":
      return { reply: Number(line), end };
    case "$":
      return bulk(buffer, Number(line), end);
    case "*":
      return several(buffer, Number(line), end);
    default:
      throw new Error(`not redis: ${JSON.stringify(buffer.toString("latin1", at, at + 20))}`);
  }
}

function bulk(buffer: Buffer, length: number, at: number) {
  if (length < 0) return { reply: null, end: at };
  const end = at + length + 2;
  return buffer.length < end ? undefined : { reply: buffer.toString("utf8", at, at + length), end };
}

function several(buffer: Buffer, count: number, at: number) {
  if (count < 0) return { reply: null, end: at };
  const replies: Reply[] = [];
  let end = at;
  for (let left = count; left > 0; left--) {
    const found = tryReadReply(buffer, end);
    if (!found) return undefined;
    replies.push(found.reply);
    end = found.end;
  }
  return { reply: replies, end };
}
