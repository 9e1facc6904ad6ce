import { languageOf } from "../languages/text";
import { headline, ProblemError } from "../problem";
import { problems as english, type Parts } from "./problems/english";
import { spanish } from "./problems/spanish";

type Problems = typeof english;
export type ProblemCode = keyof Problems;

const byLanguage = { en: english, es: spanish } as const;

/** Something that a person has to change before ./lab can go on. */
export class LabProblem extends ProblemError<ProblemCode> {
  override readonly name = "LabProblem";

  static of<Code extends ProblemCode>(code: Code, ...facts: Parameters<Problems[Code]>): LabProblem {
    const { isApart, ...parts } = (byLanguage[languageOf(process.env)][code] as (...facts: unknown[]) => Parts)(
      ...facts,
    );
    const problem = { code, ...parts };
    const told = [headline(problem), problem.remedy].filter((part) => part !== undefined);
    return new LabProblem([problem], told.join(isApart ? "\n" : ": "));
  }
}
