import { tryCompile } from "../../../../constructs/compose/compile";
import { refused, taken } from "../differences";
import { documents, stackName, variables } from "./documents";
import { readRecording } from "./recording";
import { recordedVerdicts, type Verdict, type Verdicts } from "./verdicts";

const recorded = recordedVerdicts();
const { stacks } = readRecording();

/** A key that the Docker client's schema does not have, or that it does not support. */
const UNKNOWN_KEY = /Additional property \S+ is not allowed$|Configuration contains forbidden properties$/;

/** What counts: what a swarm takes, then what the Docker client's schema takes, of keys that it lacks what compose-go takes. */
function reference(name: string, { config, compose }: Verdicts): Verdict {
  if (config !== true) return compose === true && UNKNOWN_KEY.test(config) ? true : config;
  const deployed = stacks[name]!;
  return typeof deployed === "string" ? deployed : true;
}

/** `CODE: what` of each error, none where the document is taken. */
function complaints(document: (typeof documents)[number]): string[] {
  const compiled = tryCompile({ files: [document.path], name: stackName(document), variables });
  return "errors" in compiled ? compiled.errors.map(({ code, what }) => `${code}: ${what}`) : [];
}

const compared = documents.map((document) => {
  const { name } = document;
  const verdicts = recorded[name]!;
  const ours = complaints(document);
  return { name, ours, theirs: reference(name, verdicts), byCompose: verdicts.compose === true };
});

const wronglyTaken = compared.flatMap(({ name, ours, theirs, byCompose }) =>
  ours.length === 0 && theirs !== true ? [{ name, complaint: theirs, byCompose }] : [],
);
const wronglyRefused = compared.flatMap(({ name, ours, theirs }) =>
  ours.length > 0 && theirs === true ? [{ name, problems: ours }] : [],
);

type WronglyTaken = (typeof wronglyTaken)[number];
const isTaken = (one: WronglyTaken) => (difference: (typeof taken)[number]) =>
  difference.byCompose === one.byCompose && difference.complaint.test(one.complaint);

test("there are 150 documents at least", () => {
  expect(documents.length).toBeGreaterThanOrEqual(150);
});

test("what the references refuse is refused, or a difference on purpose", () => {
  expect(wronglyTaken.filter((one) => !taken.some(isTaken(one)))).toEqual([]);
});

test("what the references take is taken, or a difference on purpose", () => {
  const isListed = (text: string) => refused.some(({ problem }) => problem.test(text));
  expect(wronglyRefused.filter(({ problems }) => !problems.every(isListed))).toEqual([]);
});

test.each(taken)("taken all the same: $why", (difference) => {
  expect(wronglyTaken.filter((one) => isTaken(one)(difference))).not.toEqual([]);
});

test.each(refused)("refused all the same: $why", ({ problem }) => {
  expect(wronglyRefused.filter(({ problems }) => problems.some((text) => problem.test(text)))).not.toEqual([]);
});
