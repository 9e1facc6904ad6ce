import { isEngineError } from "../../engine";
import type { Lesson, LiveStage } from "../../stacks/lesson";
import { checkLine, during } from "../terminal";

/** Whether a lesson holds, and what was seen where it does not. */
export interface CheckedLesson {
  readonly teaches: string;
  readonly holds: boolean;
  readonly instead?: string;
}

/** Checks lessons one after the other, and tells each as soon as it is known. */
export async function checkLessons(
  lessons: readonly Lesson[],
  stage: LiveStage,
  tell: (lesson: CheckedLesson) => void,
): Promise<CheckedLesson[]> {
  const checked: CheckedLesson[] = [];
  for (const { teaches, check } of lessons) {
    const instead = await during(teaches, () => check(stage)).catch((error) => {
      if (isEngineError(error)) return error.message;
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
  checkLine(holds, instead === undefined ? teaches : `${teaches}: ${instead}`);
