import { printable } from "../../../foreign/printable";
import { locationOf, type Origin } from "../source/source";
import type { Problem } from "./problem";

/** Longest stretch of a source line that is shown. */
const WIDTH = 110;

/** A problem as people read it: where, what, the line with a caret, what is allowed, what helps. */
export function render({ where, origin, also = [], code, what, allowed, remedy }: Problem): string {
  const lines = [
    `${where ? `${where}: ` : ""}${what} [${code}]`,
    ...(origin ? snippet(origin) : []),
    ...(also.length > 0 ? [`  also at ${places(also, origin)}`] : []),
    ...(allowed ? [`  allowed: ${allowed}`] : []),
    ...(remedy ? [`  help: ${remedy}`] : []),
  ];
  return printable(lines.join("\n"));
}

/** Further places that are shown. */
const PLACES = 8;

function places(also: readonly Origin[], { source }: Partial<Origin> = {}): string {
  const shown = also.slice(0, PLACES).map((origin) => {
    const where = locationOf(origin);
    return origin.source === source ? where.slice(origin.source.file.length + 1) : where;
  });
  const more = also.length > PLACES ? ` and ${also.length - PLACES} more` : "";
  return `${shown.join(", ")}${more}`;
}

function snippet(origin: Origin): string[] {
  const { line, column } = origin.source.position(origin.start);
  const text = origin.source.line(line);
  const from = Math.max(0, column - 1 - Math.floor(WIDTH / 2));
  const start = text.length <= WIDTH ? 0 : from;
  const end = Math.min(start + WIDTH, text.length);
  // A character that is shown by its number takes the room of several.
  const [before, marked, after] = [
    text.slice(start, column - 1),
    text.slice(column - 1, Math.min(end, column - 1 + origin.end - origin.start)),
    text.slice(column - 1 + origin.end - origin.start, end),
  ].map((part) => printable(part.replaceAll("\t", " "))) as [string, string, string];
  const gutter = String(line);
  return [
    `  ${gutter} | ${start > 0 ? "…" : ""}${before}${marked}${after}${start + WIDTH < text.length ? "…" : ""}`,
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(before.length + (start > 0 ? 1 : 0))}${"^".repeat(Math.max(1, marked.length))}`,
  ];
}
