import { ComposeError } from "../../../../constructs/compose/problems/compose-error";
import { messages } from "../../../../constructs/compose/problems/messages";
import { Problems } from "../../../../constructs/compose/problems/problem";
import { nearest } from "../../../../constructs/compose/problems/suggest";
import { Source } from "../../../../constructs/compose/source/source";
import { tryCompileText } from "../compile-text";

const error = (text: string, beside: Record<string, string> = {}): ComposeError => {
  const compiled = tryCompileText(text, { beside });
  if ("stack" in compiled) throw new Error("no error");
  return new ComposeError(compiled.errors);
};

test("an error shows where, what, the line, what is allowed and what helps", () => {
  const { message } = error('services:\n  web:\n    imgae: nginx\n    ports:\n      - "70000:80"\n');
  expect(message).toBe(`2 errors in the Compose file

compose.yml:3:5: unknown key \`imgae\` in \`web\` [unknown-key]
  3 |     imgae: nginx
    |     ^^^^^
  help: did you mean \`image\`?

compose.yml:5:10: 70000 is no port in port \`70000:80\` [bad-port]
  5 |       - "70000:80"
    |          ^^^^^^^^
  allowed: [[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL], each port from 1 to 65535 or a range such as 8000-8010
  help: correct the port, or write it out with \`target\` and \`published\``);
});

test("a tab is shown, and the caret stands under it", () => {
  expect(error("a:\n\tb: 1\n").message).toContain(
    "compose.yml:2:1: a tab is used for indentation [yaml-tab]\n  2 |  b: 1\n    | ^\n",
  );
});

test("a long line is shown around the place", () => {
  const { message } = error(
    `services: {web: {image: a, labels: {a: ${"x".repeat(5000)}}, imgae: b, z: ${"y".repeat(5000)}}}\n`,
  );
  for (const line of message.split("\n")) expect(line.length).toBeLessThan(200);
  expect(message).toMatch(/…x+}, imgae: b, z: y+…\n.*\^{5}/);
});

test("very many errors are counted, not shown", () => {
  const { message, problems } = error(
    `services: {web: {image: a, ${Array.from({ length: 500 }, (_, i) => `k${i}: 1`).join(", ")}}}\n`,
  );
  expect(problems).toHaveLength(500);
  expect(message).toContain("500 errors in the Compose file");
  expect(message).toContain("and 450 more");
});

test("errors stand in the order of the files", () => {
  const { problems } = error("include: [b.yml]\nservices: {web: {image: A}}\nnetwork: x\n", {
    "b.yml": "services: {b: {imag: a}}\n",
  });
  const places = problems.map(({ origin }) => `${origin!.source.file}:${origin!.source.position(origin!.start).line}`);
  expect(places).toEqual([...places].sort((a, b) => (a.split(":")[0] === b.split(":")[0] ? (a < b ? -1 : 1) : 0)));
});

test("what was meant is looked for in the errors that are shown, however many there are", () => {
  let searches = 0;
  const meant = () => {
    searches += 1;
    return undefined;
  };
  const problems = new Problems();
  const source = new Source("compose.yml", "x".repeat(2000), "/");
  for (let start = 0; start < 2000; start++) {
    problems.report("unknown-key", { source, start, end: start + 1 }, { key: "x", within: "", meant });
  }
  expect(new ComposeError(problems.errors).message).toContain("2000 errors");
  expect(searches).toBe(50);
});

test.each([
  ["imgae", ["image", "init"], "image"],
  ["replica", ["replicas", "resources"], "replicas"],
  ["startPeriod", ["start_period", "start_interval"], "start_period"],
  ["enviroment", ["environment", "env_file"], "environment"],
  ["frnt", ["front", "back"], "front"],
  ["zzz", ["front", "back"], undefined],
  ["a", ["b"], undefined],
  ["x".repeat(1000), ["front"], undefined],
])("%s means %j: %s", (written, known, meant) => {
  expect(nearest(written, known)).toBe(meant);
});

test("messages are in lower case and without a full stop", () => {
  const parameter = (key: string) => {
    if (key === "meant") return () => "v";
    return /^(known|profiles|chain|sources|keys|names|allowed)$/.test(key) ? ["n"] : "v";
  };
  const anything = new Proxy({}, { get: (_, key) => parameter(String(key)) });
  for (const [code, message] of Object.entries(messages)) {
    const { what, allowed, remedy } = (
      message as (parameters: object) => { what: string; allowed?: string; remedy?: string }
    )(anything);
    for (const text of [what, allowed, remedy]) {
      expect(`${code}: ${text ?? "none"}`).not.toMatch(/: [A-Z][a-z]|\.$/);
    }
  }
});
