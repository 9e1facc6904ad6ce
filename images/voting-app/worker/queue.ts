import { hostname } from "node:os";
import { createClient } from "@redis/client";

/** Where votes wait; where each worker keeps the one that it counts; what says that the worker lives. */
const LIST = "votes";
const PROCESSING = "votes:processing:";
const LEASE = "votes:worker:";
/** Seconds after which a worker that says nothing is taken for dead, and between two signs of life. */
const LEASE_SECONDS = 5;
const RENEWAL_MILLISECONDS = 1_000;
/** Seconds that a worker waits for a vote at a time. */
const WAIT_SECONDS = 1;

const me = `${hostname()}-${process.pid}`;

const redis = () => {
  const client = createClient({
    url: process.env["REDIS_URL"] ?? "redis://redis:6379",
    disableOfflineQueue: true,
    socket: { connectTimeout: 1_000, socketTimeout: 4_000, reconnectStrategy: (tries) => Math.min(50 * tries, 500) },
  });
  client.on("error", ({ message }: Error) => console.error(`redis: ${message}`));
  return client;
};

/** One connection waits for votes, and could say nothing meanwhile. */
const waiting = redis();
const speaking = redis();

/** Connects, and gives back what workers that died have left. */
export async function open(): Promise<void> {
  await Promise.all([waiting.connect(), speaking.connect()]);
  await keepAlive();
  setInterval(() => void keepAlive().catch(() => undefined), RENEWAL_MILLISECONDS).unref();
}

async function keepAlive(): Promise<void> {
  await speaking.set(LEASE + me, "1", { EX: LEASE_SECONDS });
  for await (const keys of speaking.scanIterator({ MATCH: `${PROCESSING}*` }))
    for (const key of keys) await giveBack(key);
}

/** Its votes go to the front: nobody waits longer than they have. */
async function giveBack(key: string): Promise<void> {
  const owner = key.slice(PROCESSING.length);
  if (owner === me || (await speaking.exists(LEASE + owner))) return;
  while (await speaking.lMove(key, LIST, "RIGHT", "LEFT")) console.log(`gave back a vote of worker ${owner}`);
}

/** The next vote, which stays in this worker's own list until it is `done`; undefined where there is none for a while. */
export const next = async (): Promise<string | undefined> =>
  (await waiting.blMove(LIST, PROCESSING + me, "LEFT", "RIGHT", WAIT_SECONDS)) ?? undefined;

/** What this worker had taken and, for want of an answer, does not know of. */
export const taken = (): Promise<string[]> => speaking.lRange(PROCESSING + me, 0, -1);

export async function done(entry: string): Promise<void> {
  await speaking.lRem(PROCESSING + me, 1, entry);
}

export async function close(): Promise<void> {
  waiting.destroy();
  // What was taken and not counted is another worker's at once.
  await speaking.del(LEASE + me).catch(() => undefined);
  speaking.destroy();
}
