import { setTimeout as delay } from "node:timers/promises";
import type { Choice } from "../service/choices";
import { Redis } from "../service/redis";

/** The list that workers take votes from. */
const LIST = "votes";
/** Milliseconds in which a vote is tried to be stored, less than the edge waits for one task; between two tries. */
const WITHIN = 2_500;
const PAUSE = 50;
/** Of one try: the disk that redis writes a vote to may be busy, and a try that is given up ends all that wait with it. */
const TRY = 1_200;

const redis = new Redis();

/**
 * Stores the vote; once this returns, redis has it.
 *
 * @param isAwaited whether anybody still waits for the answer
 * @throws Error where it is not known to
 */
export async function put(voter: string, vote: Choice, isAwaited: () => boolean): Promise<void> {
  const entry = JSON.stringify({ voter_id: voter, vote, cast_at: Date.now() });
  for (const deadline = Date.now() + WITHIN; ; ) {
    try {
      await redis.command(TRY, "RPUSH", LIST, entry);
      return;
    } catch (error) {
      // It may have been stored and its answer lost: the worker takes two equal votes for one.
      if (Date.now() + PAUSE >= deadline || !isAwaited()) throw error;
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
