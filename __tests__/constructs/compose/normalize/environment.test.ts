import { reportedOf, specOf } from "../compile-text";

const env = (body: string, given = {}) => specOf(body, "", given).TaskTemplate.ContainerSpec.Env;

test.each([
  ["{A: x, B: y}", ["A=x", "B=y"]],
  ["{B: y, A: x}", ["A=x", "B=y"]],
  ["[B=y, A=x]", ["A=x", "B=y"]],
  ["[A=x=y]", ["A=x=y"]],
  ['["A= x "]', ["A= x "]],
  ["[A=1, A=2]", ["A=2"]],
  ["{A: }", ["A"]],
  ["[A]", ["A"]],
  ['{A: ""}', ["A="]],
  ["[A=]", ["A="]],
  ["{A: 5, B: 1.5, C: true, D: no}", ["A=5", "B=1.5", "C=true", "D=no"]],
  ["{A: 9223372036854775807}", ["A=9223372036854775807"]],
  ["{a.b-c: 1}", ["a.b-c=1"]],
  ["{}", undefined],
])("environment: %s", (environment, lines) => {
  expect(env(`environment: ${environment}`)).toEqual(lines);
});

test("a name without a value takes the caller's variable, and the .env file's", () => {
  const given = { variables: { A: "caller" }, beside: { ".env": "A=file\nB=file\n" } };
  expect(env("environment: [A, B, C]", given)).toEqual(["A=caller", "B=file", "C"]);
});

test.each([
  ["a.env", ["A=1", "B=two words"]],
  ["[a.env, b.env]", ["A=2", "B=two words"]],
  ["[{path: a.env}]", ["A=1", "B=two words"]],
  ["[{path: a.env, format: raw}]", ["A=1", 'B="two words" # comment']],
  ["[{path: no.env, required: false}, b.env]", ["A=2"]],
  ['[{path: no.env, required: "false"}]', undefined],
])("env_file: %s", (files, lines) => {
  const beside = { "a.env": 'A=1\nB="two words" # comment\n', "b.env": "A=2\nC\n" };
  expect(env(`env_file: ${files}`, { beside })).toEqual(lines);
});

test("environment wins over env_file", () => {
  expect(env("env_file: a.env\nenvironment: {A: own}", { beside: { "a.env": "A=file\nB=file\n" } })).toEqual([
    "A=own",
    "B=file",
  ]);
});

test("an env file takes the caller's variables, then the service's own, then those of files before it", () => {
  const given = {
    variables: { A: "caller" },
    beside: { "1.env": "A=1\nB=1\nC=1\n", "2.env": "X=$A $B $C\nA\nB\nC\nD\n" },
  };
  expect(env("env_file: [1.env, 2.env]\nenvironment: {B: own}", given)).toEqual([
    "A=caller",
    "B=own",
    "C=1",
    "X=caller own 1",
  ]);
});

test("a value of an env file that begins with # is kept", () => {
  const beside = { "a.env": "COLOR=#fff\nPASS= #x\nTAB=x\t# y\nNOTE=x # y\n" };
  expect(env("env_file: a.env", { beside })).toEqual(["COLOR=#fff", "NOTE=x", "PASS=#x", "TAB=x\t# y"]);
});

test("an env file of an extended service is looked for beside its own file", () => {
  const beside = { "sub/c.yml": "services: {base: {image: a, env_file: x.env}}\n", "sub/x.env": "A=sub\n" };
  expect(env("extends: {file: sub/c.yml, service: base}", { beside })).toEqual(["A=sub"]);
});

test.each([
  ["{A: [x]}", "wrong-type 1:18"],
  ["[5]", "wrong-type 1:15"],
  ["[=x]", "bad-pair 1:15"],
  ["x", "wrong-type 1:14"],
  ["{A: 010}", "number-rewritten 1:18"],
  ["{A: 1.10}", "number-rewritten 1:18"],
])("environment: %s is told of", (environment, reported) => {
  expect(reportedOf(`environment: ${environment}`)).toEqual([reported]);
});

test.each([
  ["no.env", ["file-missing 1:11"]],
  ["[a.env, no.env]", ["file-missing 1:19"]],
  ["[{format: raw}]", ["missing-key 1:12"]],
  ["[{path: a.env, format: json}]", ["not-allowed 1:34"]],
  ["5", ["wrong-type 1:11"]],
])("env_file: %s is refused", (files, reported) => {
  expect(reportedOf(`env_file: ${files}`, "", { beside: { "a.env": "" } })).toEqual(reported);
});

test("what is wrong in an env file is said in its own lines", () => {
  const faulty = reportedOf("env_file: a.env", "", { beside: { "a.env": "A=1\nB='x\n" } });
  expect(faulty).toEqual([expect.stringMatching(/^env-file-syntax a\.env:/)]);
});
