import type { IncomingMessage } from "node:http";
import { RegistryError } from "./error";

/** Bytes of the longest answer: a manifest is 4 MiB at most, a page of tags is a fraction of it. Source: the distribution spec */
export const LONGEST_ANSWER = 32 * 1_048_576;

/** Milliseconds from the answer's headers to its end. */
const TOTAL = 120_000;

/** All of an answer; one without an end is given up. */
export async function readAnswer(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => answer.destroy(new Error(`no end of its answer in ${TOTAL / 1000} s`)), TOTAL);
  try {
    for await (const chunk of answer) {
      size += (chunk as Buffer).length;
      if (size > LONGEST_ANSWER) throw new Error(`its answer has more than ${LONGEST_ANSWER} bytes`);
      chunks.push(chunk as Buffer);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

/**
 * The object that an answer is, in JSON.
 *
 * @param whose answer it is, for the error: `its token server`
 * @throws RegistryError "malformed"
 */
export function parseObject<T extends object>(body: Buffer, host: string, whose: string): T {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    // What it says may hold a secret, which the error of JSON would show.
    throw new RegistryError("malformed", "", host, `what ${whose} gave is not JSON`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as T;
  throw new RegistryError("malformed", "", host, `what ${whose} gave is no object`);
}
