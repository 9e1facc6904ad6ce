import type { Random } from "./random";
import type { Tree } from "./tree";

const PLAIN = /^[A-Za-z/.~][\w ./=@+-]*$/;

/** Writes a tree as YAML, in a style that is chosen for each part anew. */
export class Writer {
  private readonly anchors: string[] = [];
  private made = 0;
  private readonly step: number;
  private readonly flowIn: number;

  constructor(private readonly random: Random) {
    this.step = random.pick([2, 2, 2, 4, 1]);
    this.flowIn = random.pick([3, 8, 1_000]);
  }

  document(tree: Tree): string {
    const { random } = this;
    const head = random.pick(["", "", "", "", "---\n", "# comment\n", "%YAML 1.2\n---\n", "\uFEFF"]);
    const tail = random.pick(["", "", "", "", "...\n", "---\n", "\n\n"]);
    const body = random.oneIn(25) ? `${this.flow(tree, 1)}\n` : this.block(tree, 0).replace(/^\n/, "");
    const text = head + body + tail;
    return random.oneIn(20) ? text.replaceAll("\n", "\r\n") : text;
  }

  /** What follows a key's colon or an item's dash; collections begin a line of their own. */
  private block(tree: Tree, indent: number): string {
    const { random } = this;
    if (this.anchors.length > 0 && random.slips(20)) return ` *${random.pick(this.anchors)}\n`;
    const mark = this.mark();
    if (tree.kind === "bare") return `${mark} ${tree.text}${this.comment()}\n`;
    if (tree.kind === "text") return `${mark} ${this.scalar(tree.text, indent)}`;
    const empty = (tree.kind === "list" ? tree.items : tree.entries).length === 0;
    if (empty || random.oneIn(this.flowIn)) return `${mark} ${this.flow(tree, indent)}${this.comment()}\n`;
    const lead = " ".repeat(indent);
    if (tree.kind === "list") {
      const lines = tree.items.map((item) => `${lead}-${this.inItem(item, indent)}`);
      return `${mark}${this.comment()}\n${lines.join("")}`;
    }
    const lines = tree.entries.map(([key, value]) => {
      // Items may stand in their key's column.
      const inner = value.kind === "list" && random.oneIn(3) ? indent : indent + this.step;
      return `${lead}${this.key(key)}:${this.block(value, inner)}`;
    });
    return `${mark}${this.comment()}\n${lines.join("")}${this.mergeKey(lead)}`;
  }

  private inItem(item: Tree, indent: number): string {
    const written = this.block(item, indent + 2);
    // `- a: 1` in one line, as it is mostly written.
    return item.kind === "mapping" && written.startsWith("\n") ? written.slice(indent + 2) : written;
  }

  private mergeKey(lead: string): string {
    if (this.anchors.length === 0 || !this.random.slips(5)) return "";
    const name = this.random.pick(this.anchors);
    return `${lead}<<: ${this.random.oneIn(3) ? `[*${name}, *${this.random.pick(this.anchors)}]` : `*${name}`}\n`;
  }

  /** An anchor or tag before a value. */
  private mark(): string {
    const { random } = this;
    if (random.oneIn(20)) {
      const name = `n${this.made++ % 4}`;
      this.anchors.push(name);
      return ` &${name}`;
    }
    return random.slips(25)
      ? ` ${random.pick(["!reset", "!override", "!!str", "!!int", "!!map", "!other", "!!merge"])}`
      : "";
  }

  private comment(): string {
    return this.random.oneIn(25) ? this.random.pick([" # it's", " #", "  # [ {", " # '"]) : "";
  }

  private key(key: string): string {
    return PLAIN.test(key) && !this.random.oneIn(20) ? key : JSON.stringify(key);
  }

  private scalar(text: string, indent: number): string {
    const { random } = this;
    if (random.oneIn(15) && indent > 0) {
      const lead = " ".repeat(indent);
      const lines = (text || "x").split("\n").map((line) => `${lead}${line}`);
      return `${random.pick(random.slips(2) ? ["|", ">", ">+", "|2"] : ["|-", ">-"])}\n${lines.join("\n")}\n`;
    }
    return `${this.inline(text)}${this.comment()}\n`;
  }

  private inline(text: string): string {
    const { random } = this;
    if (PLAIN.test(text) && !random.oneIn(5)) return text;
    if (random.oneIn(3)) return `'${text.replaceAll("'", "''")}'`;
    return random.slips(5) ? text : JSON.stringify(text);
  }

  private flow(tree: Tree, indent: number): string {
    const { random } = this;
    if (tree.kind === "bare") return tree.text === "" ? "null" : tree.text;
    if (tree.kind === "text") return this.inline(tree.text);
    const gap = () =>
      random.oneIn(8) ? `\n${" ".repeat(Math.max(0, indent + random.between(-2, 4)))}` : random.pick(["", " "]);
    const parts =
      tree.kind === "list"
        ? tree.items.map((item) => gap() + this.flow(item, indent))
        : tree.entries.map(([key, value]) => `${gap()}${this.key(key)}: ${this.flow(value, indent)}`);
    const [open, close] = tree.kind === "list" ? "[]" : "{}";
    return `${open}${parts.join(",")}${parts.length > 0 && random.oneIn(15) ? "," : ""}${gap()}${close}`;
  }
}
