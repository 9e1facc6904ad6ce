import { readFileSync } from "node:fs";
import { VOTING_APP_FILE } from "../../constructs/voting-app";

/** The lines of the stack file that are about a service, as they stand there but for their indentation. */
export function serviceBlock(service: string, text = readFileSync(VOTING_APP_FILE, "utf8")): string {
  const lines = text.split("\n");
  const first = lines.indexOf(`  ${service}:`);
  const length = lines.slice(first + 1).findIndex((line) => !line.startsWith("   "));
  return lines
    .slice(first, first + 1 + length)
    .map((line) => line.slice(2))
    .join("\n");
}
