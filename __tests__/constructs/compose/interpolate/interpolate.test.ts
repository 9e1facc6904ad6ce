import { interpolate } from "../../../../constructs/compose/interpolate/interpolate";
import { read } from "../../../../constructs/compose/read/read";
import { child, plain } from "../../../../constructs/compose/source/node";
import { Source } from "../../../../constructs/compose/source/source";
import { reporting } from "../problem-lines";

const run = (text: string, variables: Record<string, string> = { V: "v", FIVE: "5" }) =>
  reporting((problems) => {
    const [root] = read(new Source("c.yml", text, "/"), problems);
    return plain(interpolate(root!, (name) => variables[name], problems));
  });

const rows: { name: string; text: string; result: unknown; reported?: string[] }[] = [
  { name: "values at every depth", text: 'a: {b: [$V, {c: "${V}"}]}', result: { a: { b: ["v", { c: "v" }] } } },
  { name: "no keys", text: "$V: a\n", result: { $V: "a" } },
  { name: "numbers stay numbers", text: "a: 5\n", result: { a: 5 } },
  { name: "what is put in is text", text: "a: ${FIVE}\n", result: { a: "5" } },
  { name: "the file's own keys are left alone", text: "x-a: $ {\nb: $V\n", result: { "x-a": "$ {", b: "v" } },
  {
    name: "an anchor of such a key, where it is used",
    text: "x-a: &x {k: $V}\nb: *x\nc: *x\n",
    result: { "x-a": { k: "$V" }, b: { k: "v" }, c: { k: "v" } },
  },
  {
    name: "an unset variable, once for all aliases",
    text: "x-a: &x {k: $U}\nb: *x\nc: *x\n",
    result: { "x-a": { k: "$U" }, b: { k: "" }, c: { k: "" } },
    reported: ["variable-unset c.yml:1:13"],
  },
  {
    name: "the place inside a plain scalar",
    text: "a: one ${U} two\n",
    result: { a: "one  two" },
    reported: ["variable-unset c.yml:1:8"],
  },
  {
    name: "the place inside a quoted scalar",
    text: 'a: "one ${}"\n',
    result: { a: "one ${}" },
    reported: ["bad-interpolation c.yml:1:9"],
  },
  {
    name: "the place behind an escape",
    text: 'a: "one\\t${}"\n',
    result: { a: "one\t${}" },
    reported: ["bad-interpolation c.yml:1:10"],
  },
  {
    name: "a block scalar",
    text: "a: |\n  one\n  ${U?gone}\n",
    result: { a: "one\n\n" },
    reported: ["variable-required c.yml:3:3"],
  },
  {
    name: "every fault of a block scalar, at its own line and column",
    text: "a:\n  b: |\n    one\n      $5 $V $\n    $$ ${U?gone} ${\n",
    result: { a: { b: "one\n  $5 $V $\n$$ ${U?gone} ${\n" } },
    reported: ["bad-interpolation c.yml:4:7", "bad-interpolation c.yml:4:13", "bad-interpolation c.yml:5:18"],
  },
  {
    name: "a folded block",
    text: "a: >-\n  one\n  two ${U?gone}\n",
    result: { a: "one two " },
    reported: ["variable-required c.yml:3:7"],
  },
  {
    name: "a quoted scalar of several lines",
    text: "a: 'it''s\n  ${U?gone}'\n",
    result: { a: "it's " },
    reported: ["variable-required c.yml:2:3"],
  },
  {
    name: "the scalar's own place where an escape spells the dollar",
    text: 'a: "one \\x24{}"\n',
    result: { a: "one ${}" },
    reported: ["bad-interpolation c.yml:1:5"],
  },
  {
    name: "all faults at once",
    text: "a: $\nb: ${X:?x}\nc: ${\n",
    result: { a: "$", b: "", c: "${" },
    reported: ["bad-interpolation c.yml:1:4", "variable-required c.yml:2:4", "bad-interpolation c.yml:3:4"],
  },
];
test.each(rows)("$name", ({ text, result, reported }) => {
  expect(run(text)).toEqual({ result, reported: reported ?? [] });
});

test("aliases go on sharing what they name", () => {
  const source = new Source("c.yml", "x-a: &x {k: $V}\nb: *x\nc: *x\n", "/");
  const { result } = reporting((problems) => interpolate(read(source, problems)[0]!, () => "v", problems));
  expect(child(result, "b")).toBe(child(result, "c"));
});
