import type { IncomingMessage } from "node:http";
import { LimitReached, type Limits } from "./limits";
import { timer } from "./timer";

/**
 * The whole body of an answer. Past a limit its connection is ended.
 *
 * @throws LimitReached, or the connection's own error
 */
export async function readBody(message: IncomingMessage, limits: Limits): Promise<string> {
  const { text, isWhole } = await readUpTo(message, limits.bytes ?? Infinity, limits);
  if (!isWhole) throw new LimitReached("bytes", limits.bytes!);
  return text;
}

/** As much of a body as is of interest; where there is more its connection is ended. @param bytes how much that is */
export async function readBeginning(message: IncomingMessage, bytes: number, limits: Limits): Promise<string> {
  return (await readUpTo(message, bytes, limits)).text;
}

async function readUpTo(message: IncomingMessage, bytes: number, { idle, total }: Limits) {
  const end = (reached: LimitReached) => message.destroy(reached);
  const silence = timer("idle", idle, end);
  const whole = timer("total", total, end);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      silence.again();
      chunks.push(chunk);
      size += chunk.length;
      // Leaving the loop ends the connection.
      if (size > bytes) break;
    }
  } finally {
    silence.stop();
    whole.stop();
  }
  return { text: Buffer.concat(chunks).subarray(0, bytes).toString(), isWhole: size <= bytes };
}
