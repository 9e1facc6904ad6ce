import { readEnvFile } from "../../../../constructs/compose/interpolate/env-file";
import { Problems } from "../../../../constructs/compose/problems/problem";
import { Source } from "../../../../constructs/compose/source/source";
import { lines } from "../problem-lines";

/** What is read in a file, and what is said of it. The rules of reading are in `env-file-reference.test.ts`. */
function run(text: string, format?: "raw") {
  const problems = new Problems();
  const variables = new Map<string, string>();
  readEnvFile(variables, new Source(".env", text, "/"), { lookup: () => undefined, problems, format });
  const said = [...problems.errors, ...problems.warnings].map(({ what }) => what);
  return { variables: Object.fromEntries(variables), reported: lines(problems), said };
}

const rows: {
  text: string;
  variables: Record<string, string>;
  reported: string;
  said: string;
  format?: "raw";
}[] = [
  {
    text: "=1\nB=2\n",
    variables: { B: "2" },
    reported: "env-file-syntax .env:1:1",
    said: "no name of a variable in `=1`",
  },
  {
    text: "A=1\n  B$=2\nC=3\n",
    variables: { A: "1", C: "3" },
    reported: "env-file-syntax .env:2:3",
    said: "the character `$` in the name in `B$=2`",
  },
  {
    text: "export A b\r\nC=3\n",
    variables: { C: "3" },
    reported: "env-file-syntax .env:1:1",
    said: "a space in the name in `export A b`",
  },
  {
    text: "A='x\nB=2\n",
    variables: { B: "2" },
    reported: "env-file-syntax .env:1:1",
    said: "a ' without its pair in `A='x`",
  },
  {
    text: 'A="x" y z\nB=2\n',
    variables: { A: "x", B: "2" },
    reported: "env-file-syntax .env:1:7",
    said: "a space in the name in `y z`",
  },
  {
    text: "A=${\nB=2\n",
    variables: { B: "2" },
    reported: "env-file-syntax .env:1:1",
    said: "no name of a variable behind `${` in `A=${`",
  },
  {
    text: "=1\nB=2\n",
    format: "raw",
    variables: { B: "2" },
    reported: "env-file-syntax .env:1:1",
    said: "no name of a variable in `=1`",
  },
  {
    text: "A=1\n  B : x\nC=3\n",
    format: "raw",
    variables: { A: "1", C: "3" },
    reported: "env-file-syntax .env:2:3",
    said: "white space in the name in `B : x`",
  },
];
test.each(rows)("$text is told of, and the other lines are read ($format)", ({ text, format, ...expected }) => {
  const { variables, reported, said } = run(text, format);
  expect({ variables, reported, said }).toEqual({ ...expected, reported: [expected.reported], said: [expected.said] });
});

test.each([
  ["A=1\nB=$NO\n", "variable-unset .env:2:1"],
  ["A=1\n B=${NO:?must}\n", "variable-required .env:2:2"],
])("a variable that is not set is told of: %s", (text, reported) => {
  expect(run(text)).toMatchObject({ variables: { A: "1", B: "" }, reported: [reported] });
});

test("a file is read over what earlier ones said, whose variables it takes", () => {
  const variables = new Map([
    ["A", "one"],
    ["B", "two"],
  ]);
  const lookup = (name: string) => ({ C: "caller's" })[name];
  readEnvFile(variables, new Source(".env", "B=$A$C\nA\nC\nD\n", "/"), { lookup, problems: new Problems() });
  expect(Object.fromEntries(variables)).toEqual({ A: "one", B: "onecaller's", C: "caller's" });
});
