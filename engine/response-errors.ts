import { excerpt } from "../foreign/excerpt";
import { EngineError } from "./errors";
import type { ObjectReference } from "./object-reference";
import { type Meaning, type Refusal, refusals, statuses, unforeseen } from "./refusals";

export interface RefusalContext {
  /** HTTP status; 0 for an error inside a progress stream. */
  readonly status: number;
  readonly words: string;
  readonly call: string;
  readonly object: ObjectReference | undefined;
  readonly address: string;
}

/** The engine's refusal as an error. */
export function refusalError({ status, words: said, call, object, address }: RefusalContext): EngineError {
  // What is told of it is cut, too, by the error itself.
  const words = excerpt(said.trim());
  const told = { status, words, object };
  const row = refusals.find((each) => fits(each, told));
  const { code, says, remedy } = meaningOf(row) ?? meaningOf(statuses.find((each) => fits(each, told))) ?? unforeseen;
  const subject = object ? `${object.kind} ${JSON.stringify(object.name)}` : call;
  return new EngineError({
    code,
    summary: `${subject} ${says}`,
    remedy,
    words: said.trim() || undefined,
    call,
    object,
    address,
    status: status || undefined,
    fault: row?.fault && { is: row.fault, parts: partsOf(row, words) },
  });
}

const meaningOf = (row: Refusal | undefined): Meaning | undefined => (row?.code === undefined ? undefined : row);

const partsOf = ({ words }: Refusal, said: string): string[] =>
  (words?.exec(said) ?? []).slice(1).filter((part) => part !== undefined);

function fits(row: Refusal, { status, words, object }: Pick<RefusalContext, "status" | "words" | "object">): boolean {
  return (
    (row.words?.test(words) ?? true) &&
    (row.statuses?.includes(status) ?? true) &&
    (row.about?.includes(object?.kind) ?? true) &&
    (!row.namesItself || object === undefined || partsOf(row, words)[0] === object.name)
  );
}
