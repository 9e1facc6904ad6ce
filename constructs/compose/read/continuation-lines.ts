/** A line that begins inside brackets, braces or quotes. */
export interface ContinuationLine {
  /** Offset of the line's first character. */
  readonly start: number;
  /** Spaces that the line begins with. */
  readonly spaces: number;
  /** Spaces that YAML's specification wants there at least. */
  readonly wanted: number;
}

/**
 * The lines of a YAML text that go on with what an earlier line opened. YAML's specification wants them further in than
 * the key that they belong to; libyaml and its kin, Docker's reader among them, take them anywhere, since brackets and
 * quotes say where they end. Comments, blank lines and block scalars are none. Takes time in proportion to the length.
 *
 * ```yaml
 * services:
 *   web:
 *     command: [sleep,
 *   "1d"]            # YAML wants this line further in than `command`
 * ```
 * @see https://yaml.org/spec/1.2.2/#61-indentation-spaces
 */
export function continuationLines(text: string): readonly ContinuationLine[] {
  return new Scanner(text).scan();
}

/** What the line before left open. */
type Open =
  | { readonly kind: "nothing" }
  /** A plain scalar, which goes on where the next line is further in, or brackets are open. */
  | { readonly kind: "plain" }
  | { readonly kind: "quoted"; readonly quote: string }
  /** A block scalar, by the column from which lines are its content; undefined until its first line tells. */
  | { readonly kind: "block"; content: number | undefined };

const nothing: Open = { kind: "nothing" };
const plain: Open = { kind: "plain" };

const lineAt = /([^\r\n]*)(\r\n?|\n|$)/y;
const documentMark = /^(?:---|\.\.\.)(?=\s|$)/;
const blockHeader = /[|>][-+\d]*/y;
const property = { block: /[&*!]\S*/y, flow: /[&*!][^\s,[\]{}]*/y };

const isBlank = (character: string | undefined): boolean =>
  character === undefined || character === " " || character === "\t";
const isFlowIndicator = (character: string | undefined): boolean =>
  character !== undefined && ",[]{}".includes(character);

class Scanner {
  private readonly found: ContinuationLine[] = [];
  /** Columns of the block collections that are open, outermost first. */
  private readonly indents: number[] = [];
  private open: Open = nothing;
  /** Brackets and braces that are open. */
  private depth = 0;
  /** Spaces that lines want which go on with what is open. */
  private wanted = 0;
  private line = "";
  private at = 0;
  /** Column of what may turn out to be a key, -1 where the line has none so far. */
  private key = -1;

  constructor(private readonly text: string) {}

  scan(): readonly ContinuationLine[] {
    let start = this.text.startsWith("\uFEFF") ? 1 : 0;
    while (start < this.text.length) {
      lineAt.lastIndex = start;
      const [whole, line] = lineAt.exec(this.text)!;
      this.line = line!;
      this.at = line!.search(/[^ \t]/);
      this.key = -1;
      if (this.at !== -1 && !this.take(start)) break;
      start += whole.length;
    }
    return this.found;
  }

  /** Takes a line that is not blank; false where nothing behind it can be read. */
  private take(start: number): boolean {
    const inside = this.depth > 0 || this.open.kind === "quoted";
    const mark = documentMark.test(this.line);
    if (mark && inside) return false;
    if (mark) {
      this.indents.length = 0;
      this.open = nothing;
      this.at = 3;
    } else if (this.isContent()) return true;
    else if (this.open.kind !== "quoted" && this.line[this.at] === "#") {
      this.open = nothing;
      return true;
    } else if (inside) {
      if (this.isTabbed()) return false;
      this.found.push({ start, spaces: this.spaces(), wanted: this.wanted });
    } else if (this.open.kind !== "plain" || this.at <= this.indent()) {
      this.open = nothing;
      while (this.indent() > this.at) this.indents.pop();
    }
    this.goOn();
    return true;
  }

  /** Whether a tab stands where a plain scalar's next line wants spaces, which Docker's reader takes no more than others. */
  private isTabbed(): boolean {
    return this.open.kind === "plain" && this.line.slice(0, Math.min(this.at, this.indent() + 1)).includes("\t");
  }

  /** Whether the line is content of the block scalar that is open. */
  private isContent(): boolean {
    if (this.open.kind !== "block") return false;
    const spaces = this.spaces();
    this.open.content ??= Math.max(spaces, this.indent() + 1);
    return spaces >= this.open.content;
  }

  private goOn(): void {
    if (this.open.kind === "quoted") this.quoted(this.open.quote);
    else if (this.open.kind === "plain") this.plain();
    while (this.open.kind === "nothing") {
      while (this.at < this.line.length && isBlank(this.line[this.at])) this.at++;
      if (this.at >= this.line.length) return;
      if (this.line[this.at] === "#" && isBlank(this.line[this.at - 1])) return;
      if (this.depth > 0) this.flowToken();
      else this.blockToken();
    }
  }

  private blockToken(): void {
    const character = this.line[this.at]!;
    const indicator = isBlank(this.line[this.at + 1]);
    if (character === "%" && this.at === 0) this.at = this.line.length;
    else if (indicator && (character === "-" || character === "?")) this.begin(this.at);
    else if (indicator && character === ":") this.begin(this.key === -1 ? this.at : this.key);
    else if (character === "|" || character === ">") this.block();
    else this.node(character);
  }

  private flowToken(): void {
    const character = this.line[this.at]!;
    const next = this.line[this.at + 1];
    if (character === "]" || character === "}") this.depth--;
    const indicator = (character === "-" || character === "?") && (isBlank(next) || isFlowIndicator(next));
    if (indicator || ",]}:".includes(character)) this.at++;
    else this.node(character);
  }

  /** Notes the collection that an indicator makes known, if it is a new one, and passes the indicator. */
  private begin(column: number): void {
    if (this.indent() < column) this.indents.push(column);
    this.key = -1;
    this.at++;
  }

  private node(character: string): void {
    if (this.key === -1) this.key = this.at;
    if (character === "[" || character === "{") {
      // A value whose anchor or tag ends a line wants one space more than others, here as in js-yaml.
      if (this.depth++ === 0) this.wanted = this.opened() + 1;
      this.at++;
    } else if (character === '"' || character === "'") {
      if (this.depth === 0) this.wanted = this.opened();
      this.at++;
      this.quoted(character);
    } else if ("&*!".includes(character)) {
      const pattern = this.depth > 0 ? property.flow : property.block;
      pattern.lastIndex = this.at;
      this.at += pattern.exec(this.line)![0].length;
    } else this.plain();
  }

  /** Spaces that YAML's specification wants before what goes on with a value that begins here. */
  private opened(): number {
    return this.indents.length > 0 ? this.indent() + 1 : this.spaces();
  }

  private block(): void {
    blockHeader.lastIndex = this.at;
    const digit = /\d/.exec(blockHeader.exec(this.line)![0])?.[0];
    this.open = {
      kind: "block",
      content: digit === undefined ? undefined : Math.max(this.indent(), 0) + Number(digit),
    };
  }

  /** Passes the rest of a quoted text, to its end or the line's. */
  private quoted(quote: string): void {
    this.open = { kind: "quoted", quote };
    while (this.at < this.line.length) {
      const character = this.line[this.at]!;
      this.at++;
      if (character === "\\" && quote === '"') this.at++;
      else if (character === quote && quote === "'" && this.line[this.at] === "'") this.at++;
      else if (character === quote) {
        this.open = nothing;
        return;
      }
    }
  }

  /** Passes the rest of a plain scalar, to its end or the line's. */
  private plain(): void {
    this.open = nothing;
    for (; this.at < this.line.length; this.at++) {
      const character = this.line[this.at]!;
      const next = this.line[this.at + 1];
      if (this.depth > 0 && isFlowIndicator(character)) return;
      if (character === ":" && (isBlank(next) || (this.depth > 0 && isFlowIndicator(next)))) return;
      if (character === "#" && isBlank(this.line[this.at - 1])) return;
    }
    this.open = plain;
  }

  /** Spaces that the line begins with. */
  private spaces(): number {
    return this.line.search(/[^ ]/);
  }

  /** Column of the innermost block collection that is open, -1 for none. */
  private indent(): number {
    return this.indents.at(-1) ?? -1;
  }
}
