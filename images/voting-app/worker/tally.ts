import { openDatabase } from "../service/database";

const database = openDatabase(1);

/** A vote as it lies in redis. */
export interface Vote {
  readonly voter_id: string;
  readonly vote: string;
  /** Milliseconds since 1970; a voter's later vote counts, whichever comes first here. */
  readonly cast_at?: number;
}

/** Makes the table where it is not there. Only one worker at a time does, or two would make it at once. */
export async function prepare(): Promise<void> {
  await database.query(`
    BEGIN;
    SELECT pg_advisory_xact_lock(5432);
    CREATE TABLE IF NOT EXISTS votes (id VARCHAR(255) NOT NULL UNIQUE, vote VARCHAR(255) NOT NULL);
    ALTER TABLE votes ADD COLUMN IF NOT EXISTS cast_at BIGINT NOT NULL DEFAULT 0;
    COMMIT;
  `);
}

/** Counts the vote, in place of the voter's earlier one; once this returns, Postgres has committed it. */
export async function count({ voter_id: voter, vote, cast_at: at = 0 }: Vote): Promise<void> {
  await database.query(
    `INSERT INTO votes (id, vote, cast_at) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET vote = excluded.vote, cast_at = excluded.cast_at
     WHERE votes.cast_at <= excluded.cast_at`,
    [voter, vote, at],
  );
}

export const closeDatabase = (): Promise<void> => database.end();

/** What is no vote is told and dropped, or it would be tried for ever. */
export function tryParse(entry: string): Vote | undefined {
  try {
    const vote = JSON.parse(entry) as Partial<Vote>;
    if (typeof vote.voter_id === "string" && typeof vote.vote === "string") return vote as Vote;
  } catch {
    // told below
  }
  console.error(`not a vote: ${entry.slice(0, 200)}`);
  return undefined;
}
