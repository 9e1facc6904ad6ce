import { ProblemError } from "../../../problem";
import { tellByMessage } from "../../uncaught";
import type { Code } from "./messages";
import type { Problem } from "./problem";
import { render } from "./render";

/** Problems shown in full; a broken file can have one on each of its lines. */
const SHOWN = 50;

/** All that is wrong with a Compose file and the files that it names, in the order of the files. */
export class ComposeError extends ProblemError<Code> {
  override readonly name = "ComposeError";
  declare readonly problems: readonly [Problem, ...Problem[]];

  /** @param problems one, or more */
  constructor(problems: readonly Problem[]) {
    const sorted = inFileOrder(problems);
    const [first, ...others] = sorted;
    super([first!, ...others], summary(sorted));
    tellByMessage(this);
  }
}

function summary(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? "1 error" : `${problems.length} errors`;
  const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [];
  return [`${count} in the Compose file`, ...problems.slice(0, SHOWN).map(render), ...more].join("\n\n");
}

function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map(({ origin }) => origin?.source))];
  const rank = new Map(files.map((source, index) => [source, index]));
  return [...problems].sort(
    (a, b) =>
      rank.get(a.origin?.source)! - rank.get(b.origin?.source)! || (a.origin?.start ?? 0) - (b.origin?.start ?? 0),
  );
}
