import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "@redis/client";
import type { Choice } from "../service/choices";

/** The list that workers take votes from. */
const LIST = "votes";
/** Milliseconds in which a vote is tried to be stored, less than a proxy would wait; and between two tries. */
const WITHIN = 1_600;
const PAUSE = 50;

const redis = createClient({
  url: process.env["REDIS_URL"] ?? "redis://redis:6379",
  // A vote that waits in this process would be lost with it.
  disableOfflineQueue: true,
  commandOptions: { timeout: 1_000 },
  pingInterval: 1_000,
  socket: { connectTimeout: 1_000, socketTimeout: 3_000, reconnectStrategy: (tries) => Math.min(50 * tries, 500) },
});
redis.on("error", ({ message }: Error) => console.error(`redis: ${message}`));
void redis.connect().catch(() => undefined);

/** Stores the vote; once this returns, redis has it. @throws Error where it is not known to */
export async function put(voter: string, vote: Choice): Promise<void> {
  const entry = JSON.stringify({ voter_id: voter, vote, cast_at: Date.now() });
  for (const deadline = Date.now() + WITHIN; ; ) {
    try {
      await redis.rPush(LIST, entry);
      return;
    } catch (error) {
      // It may have been stored and its answer lost: the worker takes two equal votes for one.
      if (Date.now() + PAUSE >= deadline) throw error;
      await delay(PAUSE);
    }
  }
}

export const isOpen = async (): Promise<boolean> =>
  redis.ping().then(
    () => true,
    () => false,
  );

export const close = async (): Promise<void> => redis.destroy();
