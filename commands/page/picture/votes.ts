import { demultiplex, type Engine } from "../../../engine";
import type { Votes } from "../protocol";

/** Milliseconds between two counts: a vote makes no event. */
const COUNT_MS = 500;

const SQL = "SELECT count(*) FILTER (WHERE vote = 'a'), count(*) FILTER (WHERE vote = 'b') FROM votes;\n";

export interface Counting {
  /** Of the database, on the engine. */
  readonly container: string;
  readonly signal: AbortSignal;
  /** Is given every count. */
  tell(votes: Votes): void;
}

/**
 * Has the database of a voting app count, again and again, by one psql that ends with the connection.
 *
 * @returns once the database is gone, or the signal ends it
 */
export async function countVotes(engine: Engine, { container, signal, tell }: Counting): Promise<void> {
  const streams = { AttachStdin: true, AttachStdout: true, AttachStderr: true };
  const id = await engine.exec.create(
    container,
    { Cmd: ["psql", "-U", "postgres", "-tAF", " "], ...streams },
    { signal },
  );
  const connection = await engine.exec.start(id, { signal });
  const end = () => connection.destroy();
  signal.addEventListener("abort", end, { once: true });
  const ask = () => connection.write(SQL);
  const asking = setInterval(ask, COUNT_MS);
  ask();
  try {
    let rest = "";
    for await (const { stream, data } of demultiplex(connection)) {
      if (stream !== "stdout") continue;
      const lines = (rest + data.toString()).split("\n");
      rest = lines.pop()!;
      for (const line of lines) tellOf(line, tell);
    }
  } finally {
    clearInterval(asking);
    signal.removeEventListener("abort", end);
    end();
  }
}

function tellOf(line: string, tell: Counting["tell"]): void {
  const [, a, b] = /^(\d+) (\d+)$/.exec(line) ?? [];
  if (a !== undefined && b !== undefined) tell({ a: Number(a), b: Number(b) });
}
