/** What a variable's name looks up; undefined for one that is not set. */
export type Lookup = (name: string) => string | undefined;

export type Operator = ":-" | "-" | ":?" | "?" | ":+" | "+";

/** `${name operator word}`, where it stands in the text. */
interface Substitution {
  readonly name: string;
  readonly operator?: Operator;
  readonly word: Template;
  readonly offset: number;
  readonly length: number;
}

/** Text with variables in it, in parts. */
type Template = readonly (string | Substitution)[];

export interface Fault {
  readonly offset: number;
  readonly length: number;
  readonly why: string;
}

export interface Faulty {
  /** The first. */
  readonly fault: Fault;
  readonly faults: readonly Fault[];
}

export interface Missing {
  readonly name: string;
  /** What the file's author says to whoever forgot it; undefined where a blank is put in. */
  readonly message?: string;
  readonly offset: number;
  readonly length: number;
}

export interface Interpolated {
  readonly text: string;
  /** Unset variables that stand for a blank. */
  readonly unset: readonly Missing[];
  /** Unset variables that must be set. */
  readonly required: readonly Missing[];
}

/** Defaults inside defaults. */
const MAX_NESTING = 32;

const operators: readonly Operator[] = [":-", ":?", ":+", "-", "?", "+"];
const brace = /[{}]/g;
const nameAt = /[_a-zA-Z][_a-zA-Z0-9]*/y;

/**
 * Puts variables into a text, or says where it is malformed.
 * @see https://docs.docker.com/reference/compose-file/interpolation/
 */
export function tryInterpolate(text: string, lookup: Lookup): Interpolated | Faulty {
  const parser = new Parser(text);
  const template = parser.parse();
  const [fault] = parser.faults;
  if (fault) return { fault, faults: parser.faults };
  const unset: Missing[] = [];
  const required: Missing[] = [];
  return { text: evaluate(template, lookup, unset, required), unset, required };
}

function evaluate(template: Template, lookup: Lookup, unset: Missing[], required: Missing[]): string {
  const word = (part: Substitution) => evaluate(part.word, lookup, unset, required);
  return template
    .map((part) => {
      if (typeof part === "string") return part;
      const { name, offset, length } = part;
      const value = lookup(name);
      const present = part.operator?.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
      switch (part.operator) {
        case ":-":
        case "-":
          return present ? value! : word(part);
        case ":+":
        case "+":
          return present ? word(part) : "";
        case ":?":
        case "?":
          if (!present) required.push({ name, offset, length, message: word(part) });
          return value ?? "";
        default:
          if (value === undefined) unset.push({ name, offset, length });
          return value ?? "";
      }
    })
    .join("");
}

/** What is read: up to `to`, and up to which `}` a `${` reaches that has none of its own. */
interface Range {
  readonly to: number;
  readonly depth: number;
  lastBrace?: number;
}

class Parser {
  readonly faults: Fault[] = [];
  private at = 0;
  private readonly closing: ReadonlyMap<number, number>;

  constructor(private readonly text: string) {
    this.closing = pairBraces(text);
  }

  parse(): Template {
    return this.template({ to: this.text.length, depth: 0 });
  }

  private template(range: Range): Template {
    const parts: (string | Substitution)[] = [];
    while (this.at < range.to) {
      const found = this.text.indexOf("$", this.at);
      const next = found === -1 || found >= range.to ? range.to : found;
      if (next > this.at) parts.push(this.text.slice(this.at, next));
      this.at = next;
      if (next < range.to) parts.push(this.dollar(range));
    }
    return parts;
  }

  private dollar(range: Range): string | Substitution {
    const offset = this.at++;
    const next = this.at < range.to ? this.text[this.at] : undefined;
    if (next === "$") {
      this.at++;
      return "$";
    }
    if (next === "{") return this.braces(offset, range);
    const name = this.name(range);
    if (name === undefined) return this.fail(offset, 1, "a `$` that begins no variable");
    return { name, word: [], offset, length: this.at - offset };
  }

  private braces(offset: number, range: Range): string | Substitution {
    const end = this.end(range);
    this.at++;
    if (range.depth >= MAX_NESTING) {
      this.at = this.text.length;
      return this.fail(offset, 2, `more than ${MAX_NESTING} variables inside each other`);
    }
    const name = this.name(range);
    if (name === undefined) return this.fail(offset, this.at - offset + 1, "no name of a variable behind `${`");
    const operator = operators.find((candidate) => this.text.startsWith(candidate, this.at));
    if (!operator && this.at !== end?.at) {
      if (end) return this.fail(offset, this.at - offset + 1, `an unknown operator behind \`\${${name}\``);
      return this.unclosed(offset, range);
    }
    if (!end) return this.unclosed(offset, range);
    if (operator) this.at += operator.length;
    const before = this.faults.length;
    const word = this.template({ to: end.at, depth: range.depth + 1 });
    if (this.faults.length > before && !end.own) {
      // What is missing inside is the brace that was taken for this one's.
      this.faults.length = before;
      return this.fail(offset, end.at - offset + 1, "a `${` without its `}`");
    }
    this.at = Math.max(this.at, end.at + 1);
    return { name, operator, word, offset, length: end.at + 1 - offset };
  }

  /** The brace that ends what begins here: its own, or the last, where another one of the word is left open. */
  private end(range: Range): { readonly at: number; readonly own: boolean } | undefined {
    const own = this.closing.get(this.at);
    if (own !== undefined && own < range.to) return { at: own, own: true };
    range.lastBrace ??= this.text.lastIndexOf("}", range.to - 1);
    return range.lastBrace > this.at ? { at: range.lastBrace, own: false } : undefined;
  }

  private name({ to }: Range): string | undefined {
    nameAt.lastIndex = this.at;
    const name = nameAt.exec(this.text)?.[0].slice(0, Math.max(0, to - this.at));
    this.at += name?.length ?? 0;
    return name || undefined;
  }

  /** It reaches to the end: what else stands there is inside it. */
  private unclosed(offset: number, { to }: Range): string {
    this.at = to;
    return this.fail(offset, to - offset, "a `${` without its `}`");
  }

  /** Notes what is wrong; reading goes on behind it, so that all that is wrong is told at once. */
  private fail(offset: number, length: number, why: string): string {
    this.faults.push({ offset, length, why });
    return "";
  }
}

/** The `}` of each `{` that has one, whatever stands before it: a default may be JSON. */
function pairBraces(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = nextBrace(text, 0); at !== -1; at = nextBrace(text, at + 1)) {
    if (text[at] === "{") open.push(at);
    else if (open.length > 0) pairs.set(open.pop()!, at);
  }
  return pairs;
}

function nextBrace(text: string, from: number): number {
  brace.lastIndex = from;
  return brace.exec(text)?.index ?? -1;
}
