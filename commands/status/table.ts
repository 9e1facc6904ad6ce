import CliTable from "cli-table3";
import { printable } from "../../foreign/printable";
import type { StageObject } from "./objects";

/** Without lines, like Docker's own tables. */
const plain = {
  chars: Object.fromEntries(
    [
      "top",
      "top-mid",
      "top-left",
      "top-right",
      "bottom",
      "bottom-mid",
      "bottom-left",
      "bottom-right",
      "left",
      "left-mid",
      "mid",
      "mid-mid",
      "right",
      "right-mid",
      "middle",
    ].map((part) => [part, part === "middle" ? "   " : ""]),
  ),
  style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
};

/** A table before it is shown: a time is shown by its age, and written down as it is. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | Date)[])[];
}

/** What a stage has beside the engine's own objects: tables by what is in them, or why they are not to be had. */
export type Beside = Readonly<Record<string, Table>> | string;

/** Rows under their headings, as text, without columns that nothing is in. @param now of which times are shown by their age */
export function plainTable({ head, rows }: Table, now = new Date()): string {
  const isShown = head.map((_, column) => rows.length === 0 || rows.some((row) => row[column] !== ""));
  const table = new CliTable({ ...plain, head: head.filter((_, column) => isShown[column]) });
  const shown = (cell: string | Date) => printable(cell instanceof Date ? `${age(cell, now)} ago` : cell);
  table.push(...rows.map((row) => row.filter((_, column) => isShown[column]).map(shown)));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** The same as objects, a row each, for programs: keys are the headings, times are of ISO 8601. */
export const tableRecords = ({ head, rows }: Table): Record<string, string>[] =>
  rows.map((row) => Object.fromEntries(row.map((cell, i) => [head[i]!.toLowerCase(), cellText(cell)])));

const cellText = (cell: string | Date): string => (cell instanceof Date ? cell.toISOString() : cell);

/** The objects a line each. */
export const objectTable = (objects: readonly StageObject[]): Table => ({
  head: ["KIND", "ID", "NAME", "OF", "STATE", "CREATED", "PORTS"],
  rows: objects.map(({ kind, id, name, of, state, created, ports }) => [kind, id, name, of, state, created, ports]),
});

const units = [
  { name: "d", seconds: 86_400 },
  { name: "h", seconds: 3600 },
  { name: "m", seconds: 60 },
  { name: "s", seconds: 1 },
] as const;

/** The time since then in its largest whole unit, `5m`. */
export function age(since: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
  const { name, seconds: each } = units.find((unit) => seconds >= unit.seconds) ?? units[3];
  return `${Math.floor(seconds / each)}${name}`;
}
