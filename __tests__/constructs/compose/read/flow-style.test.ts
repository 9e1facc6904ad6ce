import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parseEvents, YAMLException } from "js-yaml";
import { events, Refusal } from "../../../../constructs/compose/read/events";
import { TreeBuilder } from "../../../../constructs/compose/read/tree-builder";
import { plain } from "../../../../constructs/compose/source/node";
import { Source } from "../../../../constructs/compose/source/source";
import { yaml as differences } from "../differences";
import { reporting } from "../problem-lines";
import type { Answer } from "../reference/ask";

interface Recorded extends Answer {
  readonly text: string;
}

/** What go-yaml makes of documents in flow style; `reference/record.ts` writes it down. */
const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(join(__dirname, "../reference/fixtures/flow-style.json"), "utf8"),
);

/** The documents of a text, undefined where it is refused. */
function documents(text: string): unknown {
  try {
    const parsed = events(text, {});
    const source = new Source("compose.yml", text, "/");
    const { result, reported } = reporting((problems) => new TreeBuilder(source, problems, 0).build(parsed).map(plain));
    return reported.length === 0 ? result : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function readByJsYaml(text: string): boolean {
  try {
    return parseEvents(text, {}).length > 0;
  } catch (error) {
    if (error instanceof YAMLException) return false;
    throw error;
  }
}

const compared = recorded.map(({ text, reads, refuses }) => {
  const ours = documents(text);
  return { text, refuses, reads, ours, same: isDeepStrictEqual(ours, reads) };
});
const other = compared.filter(({ same }) => !same);

test("documents in flow style read as Docker's own reader takes them, or are refused where it refuses them", () => {
  expect(other.filter(({ text }) => !differences.some(({ has }) => has.test(text)))).toEqual([]);
});

test.each(differences)("a difference that there is: $why", ({ has }) => {
  expect(other.filter(({ text }) => has.test(text))).not.toEqual([]);
});

test("hundreds of them are refused by js-yaml alone", () => {
  const mended = compared.filter(({ text, reads, same }) => same && reads && !readByJsYaml(text));
  expect(mended.length).toBeGreaterThan(300);
});
