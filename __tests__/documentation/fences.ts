import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../documentation/pages";

/** What is in a fence, by the word behind its opening. */
export const kinds = {
  sh: "commands, a line each, that end with 0",
  "sh fails": "commands that are refused, and end otherwise",
  text: "what a command printed",
  ts: "TypeScript",
  yaml: "a part of a stack file",
} as const;

/** Pages that a reader follows, in English; each has a Spanish one beside it. */
export const readerPages = [
  "README",
  "docs/stage1",
  "docs/stage2",
  "docs/stage3",
  "docs/stage4",
  "docs/page",
  "docs/machines",
] as const;

export type ReaderPage = (typeof readerPages)[number];

export interface Fence {
  /** As it stands behind the opening. */
  readonly kind: string;
  readonly lines: readonly string[];
}

export const pageText = (page: ReaderPage, language: "en" | "es"): string =>
  readFileSync(join(checkout, `${page}${language === "es" ? ".es" : ""}.md`), "utf8");

/** The fences of a page, in order. */
export function fencesOf(page: ReaderPage, language: "en" | "es" = "en"): Fence[] {
  return [...pageText(page, language).matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, kind, body]) => ({
    kind: kind!.trim(),
    lines: body!.trimEnd().split("\n"),
  }));
}

/** A command as it is typed, without what is said of it behind `#`. */
export const commandOf = (line: string): string => line.replace(/\s+#\s.*$/, "");

/** The commands of a page, in order. */
export const commandsOf = (page: ReaderPage, language: "en" | "es" = "en") =>
  fencesOf(page, language)
    .filter(({ kind }) => kind === "sh" || kind === "sh fails")
    .flatMap(({ kind, lines }) => lines.map((line) => ({ command: commandOf(line), fails: kind === "sh fails" })));
