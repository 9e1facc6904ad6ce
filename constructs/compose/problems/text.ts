import type { Problem } from "../../../problem";

/** What a message says, in parts. */
export type Text = Pick<Problem, "what" | "allowed" | "remedy">;

const SHOWN = 60;

/** A value as messages show it: on one line, cut where it is long. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line = text.replaceAll(/\s+/g, " ");
  return `\`${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}\``;
}

const NAMES = 12;

/** The names that could stand in a place, few enough to read. */
export function oneOf(names: Iterable<string>): string {
  const all = [...names];
  if (all.length === 0) return "none is declared";
  const more = all.length > NAMES ? ` and ${all.length - NAMES} more` : "";
  return `${all.slice(0, NAMES).join(", ")}${more}`;
}

/** What was probably meant, looked for when somebody wants to read it. */
export type Meant = () => string | undefined;

export const didYouMean = (meant: string | undefined): string | undefined =>
  meant === undefined ? undefined : `did you mean \`${meant}\`?`;
