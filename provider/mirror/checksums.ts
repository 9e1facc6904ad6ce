import { createHash } from "node:crypto";

export const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

/**
 * The text of SHA256SUMS with these sums by file name, as `sha256sum -c` reads it. Lines of other files stay.
 *
 * @param before @default - there was none
 */
export function withChecksums(before: string | undefined, sums: ReadonlyMap<string, string>): string {
  const others = (before ?? "").split(/\r?\n/).filter((line) => line !== "" && !sums.has(nameIn(line)));
  const own = [...sums].map(([name, sum]) => `${sum}  ${name}`);
  const lines = [...others, ...own].sort((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1));
  return lines.map((line) => `${line}\n`).join("");
}

const nameIn = (line: string): string => line.replace(/^[0-9a-f]+ [ *]/, "");
