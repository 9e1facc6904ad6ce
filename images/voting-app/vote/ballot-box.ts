import { setTimeout as delay } from "node:timers/promises";
import type { Choice } from "../service/choices";
import { Redis } from "../service/redis";

/** The list that workers take votes from. */
const LIST = "votes";
/** Milliseconds in which a vote is tried to be stored, less than a proxy would wait; of one try; between two. */
const WITHIN = 1_600;
const TRY = 600;
const PAUSE = 50;

const redis = new Redis();

/** Stores the vote; once this returns, redis has it. @throws Error where it is not known to */
export async function put(voter: string, vote: Choice): Promise<void> {
  const entry = JSON.stringify({ voter_id: voter, vote, cast_at: Date.now() });
  for (const deadline = Date.now() + WITHIN; ; ) {
    try {
      await redis.command(TRY, "RPUSH", LIST, entry);
      return;
    } catch (error) {
      // It may have been stored and its answer lost: the worker takes two equal votes for one.
      if (Date.now() + PAUSE >= deadline) throw error;
      await delay(PAUSE);
    }
  }
}

export const isOpen = async (): Promise<boolean> =>
  redis.command(TRY, "PING").then(
    () => true,
    () => false,
  );

export const close = async (): Promise<void> => redis.close();
