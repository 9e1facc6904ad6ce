import fc from "fast-check";
import { splitWords } from "../../../../constructs/compose/formats/shell-words";
import { reportedOf, specOf } from "../compile-text";

test.each([
  ["echo a  b", ["echo", "a", "b"]],
  ["[echo, 'a b']", ["echo", "a b"]],
  [`'sh -c "echo $$HOME"'`, ["sh", "-c", "echo $HOME"]],
  [`"a 'b c' \\"d e\\" f\\\\ g"`, ["a", "b c", "d e", "f g"]],
  [`"a'b'c\\"d\\"e"`, ["abcde"]],
  [`"'' x"`, ["", "x"]],
  ['"a # b"', ["a"]],
  ['"a#b"', ["a#b"]],
  ["|\n      one\n      two", ["one", "two"]],
  ["[]", undefined],
  ['""', undefined],
  ["", undefined],
])("command: %s", (command, words) => {
  expect(specOf(`command: ${command}`).TaskTemplate.ContainerSpec.Args).toEqual(words);
  expect(specOf(`entrypoint: ${command}`).TaskTemplate.ContainerSpec.Command).toEqual(words);
});

test.each([
  [`"a 'b"`, "bad-words 1:11"],
  [`'a "b'`, "bad-words 1:11"],
  [`'a \\'`, "bad-words 1:11"],
  ["5", "wrong-type 1:10"],
  ["[a, 5]", "wrong-type 1:14"],
  ["{a: b}", "wrong-type 1:10"],
])("command: %s is refused", (command, reported) => {
  expect(reportedOf(`command: ${command}`)).toEqual([reported]);
});

/** Words as one line that splits into the same words. */
const joinWords = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", `'"'"'`)}'`).join(" ");

test("words survive joining and splitting", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      expect(splitWords(joinWords(words))).toEqual(words);
    }),
  );
});

test.each([
  ["curl x", ["CMD-SHELL", "curl x"]],
  ["[CMD, curl, x]", ["CMD", "curl", "x"]],
  ["[CMD-SHELL, curl x]", ["CMD-SHELL", "curl x"]],
  ["[NONE]", ["NONE"]],
])("healthcheck.test: %s", (health, words) => {
  expect(specOf(`healthcheck: {test: ${health}}`).TaskTemplate.ContainerSpec.Healthcheck).toEqual({ Test: words });
});

test.each([
  ["{test: [curl, x]}", "bad-health-test 1:21"],
  ["{test: []}", "bad-health-test 1:21"],
  ["{test: [CMD]}", "bad-health-test 1:21"],
  ["{test: [NONE, x]}", "bad-health-test 1:21"],
  ["{test: 5}", "wrong-type 1:21"],
  ["{test: x, disable: true}", "health-test-disabled 1:33"],
  ["{interval: 5}", "bad-duration 1:25"],
  ["{retries: many}", "wrong-type 1:24"],
  ["{retry: 5}", "unknown-key 1:15"],
  ["[x]", "wrong-type 1:14"],
])("healthcheck: %s is refused", (health, reported) => {
  expect(reportedOf(`healthcheck: ${health}`)).toEqual([reported]);
});
