import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../languages/text";
import { checkout } from "../../checkout";

/** The guide of a stage as HTML, its pictures from beside the page. */
export async function proseOf(stage: string, language: Language): Promise<string> {
  const { Marked } = await import("marked");
  const file = join(checkout, "docs", `${stage}${language === "en" ? "" : `.${language}`}.md`);
  // Its title and the link to the other language stand on the page already.
  const text = readFileSync(file, "utf8").replace(/^# .*\n\[.*\]\(.*\)\n/, "");
  return new Marked({ renderer: { link: plain, heading: lower } }).parse(text, { async: false });
}

/** Links lead to files of the checkout, which the page does not serve: their words are enough. */
function plain(
  this: { parser: { parseInline(tokens: unknown[]): string } },
  { tokens }: { tokens: unknown[] },
): string {
  return this.parser.parseInline(tokens);
}

/** The page's own headings are of the first two levels. */
function lower(
  this: { parser: { parseInline(tokens: unknown[]): string } },
  { tokens, depth }: { tokens: unknown[]; depth: number },
): string {
  const level = Math.min(depth + 2, 6);
  return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
}
