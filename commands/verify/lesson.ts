import { type Engine, isEngineError } from "../../engine";
import { checkLine } from "../terminal";
import type { PublishedPorts } from "./published-ports";

/** What a lesson is checked on. */
export interface LiveStage {
  readonly engine: Engine;
  /** The name of an object of the stage, behind the context's prefix. */
  name(name: string): string;
  /** The engine inside a container of the stage. */
  inside(container: string): Engine;
  readonly ports: PublishedPorts;
}

/** Something that the lab teaches, and that can be seen on the engine. */
export interface Lesson {
  readonly teaches: string;
  /** What was seen instead; nothing where the lesson holds. */
  check(stage: LiveStage): Promise<string | undefined>;
}

/** Checks lessons one after the other, tells each in a line, and says how many do not hold. */
export async function checkLessons(
  lessons: readonly Lesson[],
  stage: LiveStage,
  tell: (line: string) => void,
): Promise<number> {
  let failed = 0;
  for (const { teaches, check } of lessons) {
    const instead = await check(stage).catch((error) => {
      if (isEngineError(error)) return error.message;
      throw error;
    });
    if (instead !== undefined) failed += 1;
    tell(checkLine(instead === undefined, instead === undefined ? teaches : `${teaches}: ${instead}`));
  }
  return failed;
}
