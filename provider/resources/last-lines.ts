const COUNT = 20;

/** The end of what something printed, for an error. */
export function lastLines(output: string, count = COUNT): string {
  const lines = output.trimEnd().split(/\r?\n/);
  if (output.trim() === "") return "It printed nothing.";
  const shown = lines.slice(-count);
  const heading =
    lines.length > shown.length ? `The last ${shown.length} of ${lines.length} lines that it printed:` : "It printed:";
  return `${heading}\n${shown.join("\n")}`;
}
