import type { Key } from "./grammar";
import { Random } from "./random";
import { names } from "./texts";
import { type Tree, treeFor } from "./tree";
import { Writer } from "./writer";

/** A project that is made up: its files, by their names beside each other. `compose.yml` is where it begins. */
export type Files = Readonly<Record<string, string>>;

const lines = ["A=1", "B='x # y'", "C=${TAG}", 'export D="two\nlines"', "E", "# x", "F=#fff", "G=${A:-x}", ""];
const wrongLines = ["=", 'H="', "A b=1", "I=${", "J=${UNSET:?x}"];

function envFile(random: Random): string {
  const line = () => random.pick(random.slips(3) ? wrongLines : lines);
  return Array.from({ length: random.between(0, 4) }, line).join("\n");
}

const isMapping = (tree: Tree): tree is Tree & { kind: "mapping" } => tree.kind === "mapping";

/** A tree in which a service now and then extends another, or the file includes another. */
function related(tree: Tree, random: Random): Tree {
  if (!isMapping(tree) || !random.oneIn(8)) return tree;
  const path: Tree = {
    kind: "text",
    text: random.pick(["other.yml", "third.yml", ...(random.slips(2) ? ["compose.yml"] : [])]),
  };
  const include: Tree = { kind: "list", items: [path] };
  return { kind: "mapping", entries: [...tree.entries.filter(([key]) => key !== "include"), ["include", include]] };
}

/** A tree in which whatever may be referred to is declared, where nothing goes wrong. */
function declared(tree: Tree, random: Random): Tree {
  if (!isMapping(tree) || random.slips(2)) return tree;
  const sections = ["networks", "volumes", "secrets", "configs"].map((section): [string, Tree] => {
    const source: Tree = { kind: "mapping", entries: [["file", { kind: "text", text: "content.txt" }]] };
    const nothing: Tree = { kind: "mapping", entries: [] };
    const value = section === "secrets" || section === "configs" ? source : nothing;
    return [section, { kind: "mapping", entries: names.map((name) => [name, value]) }];
  });
  const all = new Map([...sections.filter(() => !random.oneIn(4)), ...tree.entries]);
  return { kind: "mapping", entries: [...all] };
}

/** What goes wrong with lines: one is lost, doubled, moved in or out. */
function disturbed(text: string, random: Random): string {
  const all = text.split("\n");
  const at = random.between(0, all.length - 1);
  const line = all[at]!;
  const changes = [
    [],
    [line, line],
    [` ${line}`],
    [line.replace(/^ /, "")],
    [`\t${line}`],
    [`${line}:`],
    [line.slice(0, -1)],
  ];
  all.splice(at, 1, ...random.pick(changes));
  return all.join("\n");
}

function written(grammar: Key, random: Random): string {
  const text = new Writer(random).document(related(declared(treeFor(grammar, random), random), random));
  return random.slips(6) ? disturbed(text, random) : text;
}

/** The project of a seed and an index: always the same. */
export function makeProject(grammar: Key, seed: number, index: number): Files {
  const random = new Random(seed, index);
  const main = written(grammar, random);
  const beside = /\b(?:other|third)\.yml/.test(main);
  return {
    "compose.yml": main,
    "one.env": envFile(random),
    "content.txt": "content",
    ...(beside && { "other.yml": written(grammar, random), "third.yml": written(grammar, random) }),
    ...(random.oneIn(20) && { ".env": envFile(random) }),
  };
}
