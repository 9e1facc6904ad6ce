/** What prints something worth showing after a deploy. */
export interface Printed {
  /** Stays equal while nothing changes: no ages, no times. */
  readonly output: string;
}

/** A command of the lab and what its counterpart here printed. */
export interface Step {
  readonly command: string;
  readonly output: string;
}

/** Name of the stack's output that shows step `number`, from 1: Terraform and cdktf sort outputs by name. */
export const stepName = (number: number): string => `step_${String(number).padStart(2, "0")}`;

/** Value of that output, which reads as it would in a terminal. */
export const stepText = ({ command, output }: Step): string => `$ ${command}\n${output}`;

/**
 * The steps among a deployed stage's outputs, in order: the inverse of `stepName` and `stepText`.
 *
 * @param outputs values by name, as `cdktf output --outputs-file` writes them for one stack
 */
export const stepsOf = (outputs: Readonly<Record<string, unknown>>): Step[] =>
  Object.entries(outputs)
    .flatMap(([name, value]) => {
      const number = /^step_(\d+)$/.exec(name)?.[1];
      const [, command, output] = /^\$ (.*)\n([\s\S]*)$/.exec(String(value)) ?? [];
      return number && command !== undefined && output !== undefined
        ? [{ number: Number(number), command, output }]
        : [];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ command, output }) => ({ command, output }));

/** A deployed stage's outputs as one text: each command and what it printed, a blank line between. */
export const transcriptOf = (outputs: Readonly<Record<string, unknown>>): string =>
  stepsOf(outputs)
    .map((step) => `${stepText(step).trimEnd()}\n`)
    .join("\n");
