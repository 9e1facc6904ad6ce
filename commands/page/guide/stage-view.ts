import { type StageTexts, type Step, stepsOf, translated } from "../../../constructs/lab-stage/step";
import { own } from "../../../foreign/own";
import { printable } from "../../../foreign/printable";
import type { Text } from "../../../languages/text";
import type { Lesson } from "../../../stacks/lesson";
import type { OutputValues } from "../../state-file";
import type { CheckView, StageView, StepView } from "../protocol";

/** What is known of a lesson since it was last looked at. */
export type Checked = ReadonlyMap<Lesson, Pick<CheckView, "holds" | "instead">>;

export interface StageFacts {
  readonly name: string;
  readonly texts: StageTexts;
  readonly lessons: readonly Lesson[];
  readonly checked: Checked;
  readonly isDeployed: boolean;
  readonly isInSwarm: boolean;
  /** Of the deployed stage. */
  readonly deployed: OutputValues;
  /** Of the synthesized one: what its commands are before they have printed anything. */
  readonly declared: OutputValues;
  readonly addresses: StageView["addresses"];
}

/** A stage as its guide shows it: step by step, each with the lessons that it teaches. */
export function stageView(facts: StageFacts): StageView {
  const { name, lessons, isDeployed, isInSwarm, deployed, declared, addresses } = facts;
  const printed = stepsOf(deployed);
  const steps =
    printed.length > 0 ? printed.map((step) => view(step, facts)) : stepsOf(declared).map((step) => bare(step, facts));
  const shown = new Set(steps.map(({ key }) => key));
  const apart = lessons.filter(({ step }) => step === undefined || !shown.has(step));
  return { name, isDeployed, isInSwarm, steps, checks: apart.map((lesson) => check(lesson, facts)), addresses };
}

function view(step: Step, facts: StageFacts): StepView {
  const [en, es] = [translated(step, facts.texts, "en"), translated(step, facts.texts, "es")];
  return {
    ...rest(step, facts),
    head: { en: en.head, es: es.head },
    output: { en: printable(en.output).trimEnd(), es: printable(es.output).trimEnd() },
  };
}

/** A step that has printed nothing yet. */
function bare(step: Step, facts: StageFacts): StepView {
  const note = own(facts.texts, step.key)?.note;
  return {
    ...rest(step, facts),
    head: step.isCommand || !note ? { en: step.head, es: step.head } : note.title,
    output: null,
  };
}

const rest = ({ key, isCommand }: Step, facts: StageFacts) => ({
  key,
  isCommand,
  look: (own(facts.texts, key)?.look ?? null) as Text | null,
  checks: facts.lessons.filter(({ step }) => step === key).map((lesson) => check(lesson, facts)),
});

const check = (lesson: Lesson, { checked }: StageFacts): CheckView => ({
  teaches: lesson.teaches,
  ...(checked.get(lesson) ?? { holds: null, instead: null }),
});
