/** The last line of what a program complains of, without this machine's paths, a run's own ids, and what is left to chance. */
export function reason(complaint: string): string {
  const lines = complaint.trim().split("\n");
  const said = lines.findLast((line) => line.trim() !== "") ?? "";
  return (
    said
      .replaceAll(/(?:\/[\w.-]+)+\/fixtures\//g, "")
      .replaceAll(/ \([0-9a-z]{25}\)/g, "")
      // Of services that cannot be beside each other, the client may try either first.
      .replaceAll(/(failed to create service )[\w.-]+/g, "$1…")
      .trim()
      .slice(0, 300)
  );
}
