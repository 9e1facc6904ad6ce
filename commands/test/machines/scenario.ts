import { checkLine, printStyled, say } from "../../terminal";
import type { Rig } from "./rig";

/** Something that was looked at on a machine. */
export interface Row {
  readonly name: string;
  readonly passed: boolean;
  /** In words: the value where it passed, what was wrong where not. */
  readonly seen: string;
}

/** Looks, and writes down what was seen. @param look what was seen; throws where it is not as it should be */
export type Check = (name: string, look: () => Promise<string>) => Promise<void>;

/** A story in which checks follow upon each other. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  play(rig: Rig, check: Check): Promise<void>;
}

/** Plays it to its end, on machines of its own; no further check begins once it is interrupted. */
export async function playScenario({ name, title, play }: Scenario, rig: Rig, signal: AbortSignal): Promise<Row[]> {
  say(`${name}: ${title}`);
  const rows: Row[] = [];
  const tell = (row: Row) => {
    rows.push(row);
    printStyled(checkLine(row.passed, `${name}: ${row.name}: ${row.seen}`));
  };
  try {
    await play(rig, async (what, look) => {
      signal.throwIfAborted();
      tell(
        await look().then(
          (seen) => ({ name: what, passed: true, seen }),
          (error: Error) => ({ name: what, passed: false, seen: error.message }),
        ),
      );
    });
  } catch (error) {
    tell({ name: "is played to its end", passed: false, seen: (error as Error).message });
  }
  await rig.clear();
  return rows;
}

/** For what was seen and is not as it should be. */
export function hold(condition: boolean, seen: string): string {
  if (!condition) throw new Error(seen);
  return seen;
}
