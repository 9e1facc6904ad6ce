import { own } from "../../foreign/own";

/** An instruction of a Dockerfile, on one line or several. */
export interface Instruction {
  /** Line that it begins on, from 1. */
  readonly line: number;
  /** `FROM`, in capitals. */
  readonly keyword: string;
  /** What follows the keyword, continued lines joined by a blank. */
  readonly text: string;
}

const HEREDOC = /<<-?(["']?)(\w+)\1/g;

/**
 * The instructions of a Dockerfile, read only as far as it takes to point at one: the engine is who understands it
 * (https://docs.docker.com/reference/dockerfile/).
 */
export function parseDockerfile(text: string): Instruction[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const continued = escapeOf(lines) === "`" ? /`\s*$/ : /\\\s*$/;
  const heredocs = new Heredocs(lines);
  const found: Instruction[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1;
    const parts: string[] = [];
    for (; i < lines.length; i++) {
      const current = lines[i]!;
      if (isComment(current)) {
        if (parts.length > 0) continue;
        break;
      }
      parts.push(current.replace(continued, "").trim());
      if (!continued.test(current)) break;
    }
    const joined = parts.filter(Boolean).join(" ");
    const [head, keyword] = /^(\w+)\s*/.exec(joined) ?? [];
    if (head === undefined || keyword === undefined) continue;
    const rest = joined.slice(head.length);
    found.push({ line, keyword: keyword.toUpperCase(), text: rest });
    i = heredocs.endOf(rest, i);
  }
  return found;
}

/** The base images that a Dockerfile names, arguments filled in; those that cannot be told are left out. */
export function baseImages(instructions: readonly Instruction[], given: Readonly<Record<string, string>>): string[] {
  const stages = new Set<string>();
  const values = new Map<string, string>();
  const images: string[] = [];
  let isBeforeStages = true;
  for (const { keyword, text } of instructions) {
    if (keyword === "ARG" && isBeforeStages) {
      for (const [name, value] of defaults(text)) setOrForget(values, name, fill(value, values));
      for (const name of names(text)) if (Object.hasOwn(given, name)) values.set(name, own(given, name)!);
    }
    if (keyword !== "FROM") continue;
    isBeforeStages = false;
    const [, image = "", stage] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(text) ?? [];
    const filled = fill(image, values);
    if (filled && filled !== "scratch" && !stages.has(filled.toLowerCase())) images.push(filled);
    if (stage) stages.add(stage.toLowerCase());
  }
  return images;
}

/** Arguments that have no default and are not given, in order. */
export function missingArguments(
  instructions: readonly Instruction[],
  given: Readonly<Record<string, string>>,
): Instruction[] {
  const hasValue = (name: string) => Object.hasOwn(given, name) || PREDEFINED.test(name);
  return instructions
    .filter(({ keyword }) => keyword === "ARG")
    .flatMap((instruction) => {
      const known = defaults(instruction.text);
      return names(instruction.text)
        .filter((name) => !known.has(name) && !hasValue(name))
        .map((name) => ({ ...instruction, text: name }));
    });
}

/** The instruction that a step of BuildKit (`[build 2/3] RUN make`) or of the classic builder (`RUN make`) is about. */
export function instructionOf(instructions: readonly Instruction[], step: string): Instruction | undefined {
  const text = squeezed(step.replace(/^\[[^\]]*\]\s*/, ""));
  return instructions.find(({ keyword, text: rest }) => squeezed(`${keyword} ${rest}`) === text);
}

/** Arguments that BuildKit and the classic builder know without an ARG line. */
const PREDEFINED =
  /^((HTTP|HTTPS|FTP|NO|ALL)_PROXY|(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)|TARGETSTAGE|SOURCE_DATE_EPOCH|BUILDKIT_\w+)$/i;

const isComment = (line: string) => /^\s*#/.test(line);

function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = /^#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === "escape") return value ?? "\\";
  }
  return "\\";
}

/** Where the heredocs of a file end; asked for in the order of its lines. */
class Heredocs {
  /** By what they say, tabs before it aside: the lines, the last first. */
  private readonly lines = new Map<string, number[]>();

  constructor(lines: readonly string[]) {
    for (let i = lines.length - 1; i >= 0; i--) {
      const word = lines[i]!.replace(/^\t+/, "");
      if (!/^\w+$/.test(word)) continue;
      const known = this.lines.get(word);
      if (known) known.push(i);
      else this.lines.set(word, [i]);
    }
  }

  /** The line that ends the heredocs of an instruction which ends in line `at`: that line itself where it has none. */
  endOf(text: string, at: number): number {
    let end = at;
    for (const [, , word] of text.matchAll(HEREDOC)) {
      const closing = this.lines.get(word!) ?? [];
      while (closing.length > 0 && closing.at(-1)! <= end) closing.pop();
      end = closing.at(-1) ?? end;
    }
    return end;
  }
}

/** `ARG a b=1 c="x y"`: the names, and the defaults of those that have one. */
const names = (text: string): string[] => words(text).map((word) => word.split("=")[0]!);

const defaults = (text: string): ReadonlyMap<string, string> =>
  new Map(
    words(text)
      .filter((word) => word.includes("="))
      .map((word) => [
        word.slice(0, word.indexOf("=")),
        word.slice(word.indexOf("=") + 1).replace(/^(["'])(.*)\1$/s, "$2"),
      ]),
  );

const words = (text: string): string[] => text.match(/(?:[^\s"']|"(?:\\[\s\S]?|[^"\\])*(?:"|$)|'[^']*(?:'|$))+/g) ?? [];

/** What `${NAME` + operator + `word}` is. */
const substitutions = new Map<string, (value: string | undefined, word: string) => string | undefined>([
  [":-", (value, word) => value || word],
  ["-", (value, word) => value ?? word],
  [":+", (value, word) => (value ? word : "")],
  ["+", (value, word) => (value === undefined ? "" : word)],
]);

/** A text with its `$NAME`, `${NAME}` and `${NAME:-word}`; undefined where it has more, or a value is not known. */
function fill(text: string, values: ReadonlyMap<string, string>): string | undefined {
  let isKnown = true;
  const filled = text.replace(/\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}$]*))?\})?/g, (_, plain, braced, operator, word) => {
    const value = values.get(plain ?? braced);
    const substitute = substitutions.get(operator);
    const there = substitute ? substitute(value, word) : value || undefined;
    if (there === undefined) isKnown = false;
    return there ?? "";
  });
  return isKnown ? filled : undefined;
}

function setOrForget(values: Map<string, string>, name: string, value: string | undefined): void {
  if (value === undefined) values.delete(name);
  else values.set(name, value);
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();
