import { own } from "../../foreign/own";
import type { Text } from "../../languages/text";

/** What prints something worth showing after a deploy. */
export interface Printed {
  /** Stays equal while nothing changes: no ages, no times. */
  readonly output: string;
}

/** A command of the lab and what its counterpart here printed, or what is to be read beside these. */
export interface Step {
  /** What it is called in its stage's texts. */
  readonly key: string;
  /** The command; of a step that is none, its title. */
  readonly head: string;
  readonly isCommand: boolean;
  readonly output: string;
}

/** What is said of a step beside what it printed. */
export interface StepTexts {
  /** What to look at. */
  readonly look: Text;
  readonly note?: Note;
}

/** What a step that is no command says itself. */
export interface Note {
  readonly title: Text;
  /** @default - what is shown under the title comes of the stage, and is in no language */
  readonly body?: Text;
}

/** The texts of a stage by the keys of its steps, in their order. */
export type StageTexts = Readonly<Record<string, StepTexts>>;

/** Name of the stack's output that shows step `number`, from 1: Terraform and cdktf sort outputs by name. */
export const stepName = (number: number, key: string): string => `step_${String(number).padStart(2, "0")}_${key}`;

/** Value of that output, which reads as it would in a terminal. */
export const stepText = ({ head, isCommand, output }: Omit<Step, "key">): string =>
  `${isCommand ? "$ " : ""}${head}\n${output}`;

/**
 * The steps among a deployed stage's outputs, in order: the inverse of `stepName` and `stepText`.
 *
 * @param outputs values by name, as `cdktf output --outputs-file` writes them for one stack
 */
export const stepsOf = (outputs: Readonly<Record<string, unknown>>): Step[] =>
  Object.entries(outputs)
    .flatMap(([name, value]) => {
      const [, number, key] = /^step_(\d+)_(\w+)$/.exec(name) ?? [];
      const [, dollar, head, output] = /^(\$ )?(.*)\n([\s\S]*)$/.exec(String(value)) ?? [];
      return key !== undefined && head !== undefined && output !== undefined
        ? [{ number: Number(number), step: { key, head, isCommand: dollar !== undefined, output } }]
        : [];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ step }) => step);

/** A step in the reader's language: what an engine or a program printed stays as it is. */
export function translated(step: Step, texts: StageTexts, language: keyof Text): Step {
  const note = own(texts, step.key)?.note;
  if (!note || step.isCommand) return step;
  return { ...step, head: note.title[language], output: note.body?.[language] ?? step.output };
}

/** Steps as one text: each command and what it printed, a blank line between. */
export const transcriptOf = (steps: readonly Step[]): string =>
  steps.map((step) => `${stepText(step).trimEnd()}\n`).join("\n");
