import { type EnvFormat, readEnvFile } from "../../../../constructs/compose/interpolate/env-file";
import { Source } from "../../../../constructs/compose/source/source";
import { reporting } from "../problem-lines";

const run = (text: string, format?: EnvFormat) =>
  reporting((problems) =>
    Object.fromEntries(
      readEnvFile(new Source(".env", text, "/"), (name) => ({ OUTER: "outer" })[name], problems, format),
    ),
  );

const rows: { text: string; result: Record<string, string | null>; reported?: string[] }[] = [
  { text: "", result: {} },
  { text: "A=1", result: { A: "1" } },
  { text: "A=1\nB=2\n", result: { A: "1", B: "2" } },
  { text: "\uFEFFA=1\r\nB=2\r\n", result: { A: "1", B: "2" } },
  { text: "# comment\n\n  # another\nA=1\n", result: { A: "1" } },
  { text: "export A=1\n", result: { A: "1" } },
  { text: "  A = 1  \n", result: { A: "1" } },
  { text: "A: 1\n", result: { A: "1" } },
  { text: "A=\nB\n", result: { A: "", B: null } },
  { text: "A=x # comment\nB=x#y\nC=#y\n", result: { A: "x", B: "x#y", C: "" } },
  { text: "A='x # y'\nB=\"x # y\" # comment\n", result: { A: "x # y", B: "x # y" } },
  { text: "A=x=y\n", result: { A: "x=y" } },
  { text: "A='$X ${Y'\n", result: { A: "$X ${Y" } },
  { text: 'A="a\\nb\\t\\"c\\\\"\n', result: { A: 'a\nb\t"c\\' } },
  { text: "A=\"one\ntwo\"\nB='three\nfour'\n", result: { A: "one\ntwo", B: "three\nfour" } },
  { text: 'A=1\nB=${A}2\nC="$B 3"\n', result: { A: "1", B: "12", C: "12 3" } },
  { text: "OUTER=inner\nA=$OUTER\n", result: { OUTER: "inner", A: "outer" } },
  { text: 'A=${NO:-d}\nB="\\$x"\n', result: { A: "d", B: "$x" } },
  { text: "A=$NO\n", result: { A: "" }, reported: ["variable-unset .env:1:1"] },
  { text: "A=${NO:?must}\n", result: { A: "" }, reported: ["variable-required .env:1:1"] },
  { text: "A.b-c=1\n", result: { "A.b-c": "1" } },
  { text: "=1\nB=2\n", result: { B: "2" }, reported: ["env-file-syntax .env:1:1"] },
  { text: "A=1\n  1B=2\nC=3\n", result: { A: "1", C: "3" }, reported: ["env-file-syntax .env:2:3"] },
  { text: "A b\nC=3\n", result: { C: "3" }, reported: ["env-file-syntax .env:1:1"] },
  { text: "A='x\nB=2\n", result: { B: "2" }, reported: ["env-file-syntax .env:1:1"] },
  { text: 'A="x" y\nB=2\n', result: { B: "2" }, reported: ["env-file-syntax .env:1:1"] },
  { text: "A=${\nB=2\n", result: { B: "2" }, reported: ["env-file-syntax .env:1:1"] },
];
test.each(rows)("$text", ({ text, result, reported }) => {
  expect(run(text)).toEqual({ result, reported: reported ?? [] });
});

test.each([
  ["A='x' # y\r\nB=$C\n", { A: "'x' # y", B: "$C" }],
  ["A= x\nB\n", { A: " x", B: null }],
])("raw: %s", (text, result) => {
  expect(run(text, "raw")).toEqual({ result, reported: [] });
});
