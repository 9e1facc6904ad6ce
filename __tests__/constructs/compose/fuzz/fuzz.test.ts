import { randomInt } from "node:crypto";
import { check } from "./faults";
import { readGrammar } from "./grammar";
import { makeProject } from "./project";

const COUNT = 2_000;
/** One in so many stacks is declared to cdktf, which takes most of the time; `./lab test fuzz` declares all. */
const DECLARED = 5;
const seed = randomInt(1e9);
// So that whoever sees a failure can see it again; jest shows no name of what passes.
process.stderr.write(`${COUNT} Compose files of seed ${seed}: ./lab test fuzz --seed ${seed} --count ${COUNT}\n`);

const grammar = readGrammar();

test(`${COUNT} Compose files of seed ${seed} become stacks, or errors of which each has its place`, () => {
  let stacks = 0;
  const faulty = Array.from({ length: COUNT }, (_, index) => index).flatMap((index) => {
    const files = makeProject(grammar, seed, index);
    const { faults, taken } = check(files, index % DECLARED === 0);
    if (taken) stacks++;
    return faults.length > 0 ? [{ index, faults, text: files["compose.yml"] }] : [];
  });
  expect(faulty).toEqual([]);
  // What a grammar makes is to be right now and then.
  expect(stacks).toBeGreaterThan(COUNT / 50);
});

test("the same seed makes the same documents, another one others", () => {
  const some = (of: number) => Array.from({ length: 50 }, (_, index) => makeProject(grammar, of, index));
  expect(some(7)).toEqual(some(7));
  expect(some(7)).not.toEqual(some(8));
});

test("a key of each form of the key table is made", () => {
  const texts = Array.from({ length: 600 }, (_, index) => makeProject(grammar, 1, index)["compose.yml"]!).join("\n");
  const keys = [...grammar.under.get("services")!.under.get("*")!.under.keys()];
  expect(keys.filter((key) => !texts.includes(`${key}:`) && !texts.includes(`"${key}":`))).toEqual([]);
});
