import Table from "cli-table3";
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

/** Rows under their headings. */
export function plainTable(head: string[], rows: readonly string[][]): string {
  const table = new Table({ ...plain, head });
  table.push(...rows.map((row) => row.map(printable)));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** The objects a line each, with their age at `now`. */
export function objectTable(objects: readonly StageObject[], now: Date): string {
  const rows = objects.map(({ kind, name, of, state, created }) => [kind, name, of, state, age(created, now)]);
  return plainTable(["KIND", "NAME", "OF", "STATE", "AGE"], rows);
}

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
