import { isEngineError } from "../../engine";
import type { Lesson, LiveStage } from "../../stacks/lesson";
import { checkLine, during } from "../terminal";

/** Checks lessons one after the other, tells each in a line, and says how many do not hold. */
export async function checkLessons(
  lessons: readonly Lesson[],
  stage: LiveStage,
  tell: (line: string) => void,
): Promise<number> {
  let failed = 0;
  for (const { teaches, check } of lessons) {
    const instead = await during(teaches, () => check(stage)).catch((error) => {
      if (isEngineError(error)) return error.message;
      throw error;
    });
    if (instead !== undefined) failed += 1;
    tell(checkLine(instead === undefined, instead === undefined ? teaches : `${teaches}: ${instead}`));
  }
  return failed;
}
