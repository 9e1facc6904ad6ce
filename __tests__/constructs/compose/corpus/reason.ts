/** The last line of what a program complains of, without this machine's paths and a run's own ids. */
export function reason(complaint: string): string {
  const lines = complaint.trim().split("\n");
  const said = lines.findLast((line) => line.trim() !== "") ?? "";
  return said
    .replaceAll(/(?:\/[\w.-]+)+\/fixtures\//g, "")
    .replaceAll(/ \([0-9a-z]{25}\)/g, "")
    .trim()
    .slice(0, 300);
}
