import type { Prop } from "./prop";

const header = "| prop | type | meaning | default |\n|---|---|---|---|";

/** A row for each, in Markdown. */
export const table = (props: readonly Prop[]): string => [header, ...props.map(row)].join("\n");

const row = ({ name, type, doc, fallback = "required" }: Prop): string =>
  `| ${[`\`${name}\``, `\`${type}\``, doc, fallback].map(escaped).join(" | ")} |`;

/** A bar ends a cell wherever it stands, in code too. */
const escaped = (cell: string): string => cell.replaceAll("|", "\\|");
