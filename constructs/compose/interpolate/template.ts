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
const nameAt = /[_a-zA-Z][_a-zA-Z0-9]*/y;

/**
 * Puts variables into a text, or says where it is malformed.
 * @see https://docs.docker.com/reference/compose-file/interpolation/
 */
export function tryInterpolate(text: string, lookup: Lookup): Interpolated | { readonly fault: Fault } {
  const parser = new Parser(text);
  const template = parser.parse();
  if (parser.fault) return { fault: parser.fault };
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

class Parser {
  fault: Fault | undefined;
  private at = 0;

  constructor(private readonly text: string) {}

  parse(): Template {
    return this.template(0);
  }

  /** Reads to the end, or inside braces to the brace that closes them. */
  private template(depth: number): Template {
    const parts: (string | Substitution)[] = [];
    while (this.at < this.text.length && !this.fault) {
      const next = this.next(depth > 0);
      if (next > this.at) parts.push(this.text.slice(this.at, next));
      this.at = next;
      if (this.text[this.at] !== "$") break;
      parts.push(this.dollar(depth));
    }
    return parts;
  }

  private next(inBraces: boolean): number {
    let at = this.at;
    while (at < this.text.length && this.text[at] !== "$" && !(inBraces && this.text[at] === "}")) at++;
    return at;
  }

  private dollar(depth: number): string | Substitution {
    const offset = this.at++;
    if (this.text[this.at] === "$") {
      this.at++;
      return "$";
    }
    if (this.text[this.at] === "{") return this.braces(offset, depth);
    const name = this.name();
    if (name === undefined) return this.fail(offset, 1, "a `$` that begins no variable");
    return { name, word: [], offset, length: this.at - offset };
  }

  private braces(offset: number, depth: number): string | Substitution {
    this.at++;
    if (depth >= MAX_NESTING) return this.fail(offset, 2, `more than ${MAX_NESTING} variables inside each other`);
    const name = this.name();
    if (name === undefined) return this.fail(offset, this.at - offset + 1, "no name of a variable behind `${`");
    const operator = operators.find((candidate) => this.text.startsWith(candidate, this.at));
    if (operator) this.at += operator.length;
    const word = operator ? this.template(depth + 1) : [];
    if (this.fault) return "";
    if (this.text[this.at] !== "}") {
      const ended = this.at >= this.text.length;
      return this.fail(
        offset,
        this.at - offset + 1,
        ended ? "a `${` without its `}`" : `an unknown operator behind \`\${${name}\``,
      );
    }
    this.at++;
    return { name, operator, word, offset, length: this.at - offset };
  }

  private name(): string | undefined {
    nameAt.lastIndex = this.at;
    const name = nameAt.exec(this.text)?.[0];
    this.at += name?.length ?? 0;
    return name;
  }

  private fail(offset: number, length: number, why: string): string {
    this.fault ??= { offset, length, why };
    this.at = this.text.length;
    return "";
  }
}
