import type { Origin } from "../source/source";
import type { Problem } from "./problem";

/** Longest stretch of a source line that is shown. */
const WIDTH = 110;

/** `file:line:column`, or nothing where no file says it. */
export function location(origin: Origin | undefined): string {
  if (!origin) return "";
  const { line, column } = origin.source.position(origin.start);
  return `${origin.source.file}:${line}:${column}`;
}

/** A problem as people read it: where, what, the line with a caret, what is allowed, what helps. */
export function render({ origin, code, what, allowed, help }: Problem): string {
  const where = location(origin);
  return [
    `${where ? `${where}: ` : ""}${what} [${code}]`,
    ...(origin ? snippet(origin) : []),
    ...(allowed ? [`  allowed: ${allowed}`] : []),
    ...(help ? [`  help: ${help}`] : []),
  ].join("\n");
}

function snippet(origin: Origin): string[] {
  const { line, column } = origin.source.position(origin.start);
  const text = origin.source.line(line);
  const from = Math.max(0, column - 1 - Math.floor(WIDTH / 2));
  const start = text.length <= WIDTH ? 0 : from;
  const shown = text.slice(start, start + WIDTH).replaceAll("\t", " ");
  const carets = Math.max(1, Math.min(origin.end - origin.start, text.length - column + 1, start + WIDTH - column + 1));
  const gutter = String(line);
  return [
    `  ${gutter} | ${start > 0 ? "…" : ""}${shown}${start + WIDTH < text.length ? "…" : ""}`,
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(column - 1 - start + (start > 0 ? 1 : 0))}${"^".repeat(carets)}`,
  ];
}
