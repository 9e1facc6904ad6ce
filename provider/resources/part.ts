import type { Config, Diagnostic, Fields, Observed, Planned } from "../schema";

/** What is known of what was asked: the configuration, or the state. */
export type Asked<F extends Fields> = Partial<Config<F>>;

/**
 * Attributes or blocks of one idea, what they are in the Engine API, and what the engine says of them: all of it, since
 * the schema says what of it is told, and how.
 */
export interface Part<F extends Fields, Wanted, Found = Wanted> {
  readonly schema: F;
  readonly toEngine: (asked: Config<F>) => Wanted;
  /**
   * What the engine leaves out or fills in is as it was asked, where the schema cannot say so.
   *
   * @param asked undefined on import
   */
  readonly fromEngine: (found: Found, asked?: Asked<F>) => Observed<F>;
  /** Complaints about several attributes together. */
  readonly problems?: (config: Planned<F>) => Diagnostic[];
}
