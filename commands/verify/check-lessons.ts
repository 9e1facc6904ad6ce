import { isEngineError } from "../../engine";
import { inWords, type Text } from "../../languages/text";
import type { Lesson, LiveStage } from "../../stacks/lesson";
import { checkLine, during } from "../terminal";
import { toldIn } from "../words/told";

/** Whether a lesson holds, and what was seen where it does not. */
export interface CheckedLesson {
  readonly teaches: Text;
  readonly holds: boolean;
  readonly instead?: Text;
}

/** Checks lessons one after the other, and tells each as soon as it is known. */
export async function checkLessons(
  lessons: readonly Lesson[],
  stage: LiveStage,
  tell: (lesson: CheckedLesson) => void,
): Promise<CheckedLesson[]> {
  const checked: CheckedLesson[] = [];
  for (const { teaches, check } of lessons) {
    const instead = await during(inWords(teaches), () => check(stage)).catch((error) => {
      if (isEngineError(error)) return { en: error.message, es: toldIn("es", error.message) };
      throw error;
    });
    const lesson = { teaches, holds: instead === undefined, ...(instead !== undefined && { instead }) };
    checked.push(lesson);
    tell(lesson);
  }
  return checked;
}

/** The lesson in a line. */
export const lessonLine = ({ teaches, holds, instead }: CheckedLesson): string =>
  checkLine(holds, [teaches, ...(instead ? [instead] : [])].map((text) => inWords(text)).join(": "));

/** The same for programs: in English, whoever reads it. */
export const lessonRecord = ({ teaches, holds, instead }: CheckedLesson) => ({
  teaches: teaches.en,
  holds,
  ...(instead && { instead: instead.en }),
});
