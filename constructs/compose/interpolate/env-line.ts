import type { Problems } from "../problems/problem";
import type { Origin, Source } from "../source/source";

/** What stands in an env file from `offset` to the end of the line. */
export function envLine(source: Source, offset: number): Origin {
  const end = source.text.indexOf("\n", offset);
  return { source, start: offset, end: Math.max(offset + 1, end === -1 ? source.text.length : end) };
}

/** Reports what is wrong with a line of an env file. */
export function reportEnvLine(source: Source, offset: number, why: string, problems: Problems): void {
  const origin = envLine(source, offset);
  problems.report("env-file-syntax", origin, { text: source.text.slice(origin.start, origin.end).trimEnd(), why });
}
