import { type LimitName, LimitReached } from "./limits";

export interface Timer {
  /** Begins anew. */
  again(): void;
  stop(): void;
}

const none: Timer = { again: () => {}, stop: () => {} };

/**
 * Says once that a time is over, unless it is stopped or begun anew before. After a stall of this process itself, what
 * came meanwhile is seen to first.
 *
 * @param milliseconds undefined for none
 */
export function timer(limit: LimitName, milliseconds: number | undefined, end: (reached: LimitReached) => void): Timer {
  if (milliseconds === undefined) return none;
  let turn: NodeJS.Immediate | undefined;
  const over = () => {
    turn = setImmediate(() => end(new LimitReached(limit, milliseconds)));
  };
  const running = setTimeout(over, milliseconds);
  return {
    again() {
      clearImmediate(turn);
      running.refresh();
    },
    stop() {
      clearImmediate(turn);
      clearTimeout(running);
    },
  };
}
