import { hostname } from "node:os";
import { Redis } from "../service/redis";

/** Where votes wait; where each worker keeps the one that it counts; what says that the worker lives. */
const LIST = "votes";
const PROCESSING = "votes:processing:";
const LEASE = "votes:worker:";
/** Seconds after which a worker that says nothing is taken for dead; milliseconds between two signs of life. */
const LEASE_SECONDS = 5;
const RENEWAL = 1_000;
/** Seconds that a worker waits for a vote at a time, and milliseconds for an answer. */
const WAIT_SECONDS = 1;
const ANSWER = 2_000;

const me = `${hostname()}-${process.pid}`;

/** One connection waits for votes, and could say nothing meanwhile. */
const waiting = new Redis();
const speaking = new Redis();
const say = (...words: string[]) => speaking.command(ANSWER, ...words);

/** Says that this worker lives, now and from now on, and gives back what others that died have left. */
export async function open(): Promise<void> {
  await keepAlive();
  setInterval(() => void keepAlive().catch(() => undefined), RENEWAL).unref();
}

async function keepAlive(): Promise<void> {
  await say("SET", LEASE + me, "1", "EX", String(LEASE_SECONDS));
  for (let cursor = "0"; ; ) {
    const [next, keys] = (await say("SCAN", cursor, "MATCH", `${PROCESSING}*`)) as [string, string[]];
    for (const key of keys) await giveBack(key);
    if (next === "0") return;
    cursor = next;
  }
}

/** Its votes go to the front: nobody waits longer than they have. */
async function giveBack(key: string): Promise<void> {
  const owner = key.slice(PROCESSING.length);
  if (owner === me || (await say("EXISTS", LEASE + owner)) === 1) return;
  while ((await say("LMOVE", key, LIST, "RIGHT", "LEFT")) !== null) console.log(`gave back a vote of worker ${owner}`);
}

/** The next vote, which stays in this worker's own list until it is `done`; undefined where there is none for a while. */
export async function next(): Promise<string | undefined> {
  const within = WAIT_SECONDS * 1_000 + ANSWER;
  const entry = await waiting.command(within, "BLMOVE", LIST, PROCESSING + me, "LEFT", "RIGHT", String(WAIT_SECONDS));
  return typeof entry === "string" ? entry : undefined;
}

/** What this worker had taken and, for want of an answer, does not know of. */
export const taken = async (): Promise<string[]> => (await say("LRANGE", PROCESSING + me, "0", "-1")) as string[];

export async function done(entry: string): Promise<void> {
  await say("LREM", PROCESSING + me, "1", entry);
}

export async function close(): Promise<void> {
  waiting.close();
  // What was taken and not counted is another worker's at once.
  await say("DEL", LEASE + me).catch(() => undefined);
  speaking.close();
}
