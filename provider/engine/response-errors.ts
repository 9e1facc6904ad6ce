import { excerpt } from "../../foreign/excerpt";
import { EngineError } from "./errors";
import type { ObjectReference } from "./object-reference";
import { type Refusal, refusals, unforeseen } from "./refusals";

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
  const { code, says, remedy } = refusals.find((row) => fits(row, { status, words, object })) ?? unforeseen;
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
  });
}

function fits(row: Refusal, { status, words, object }: Pick<RefusalContext, "status" | "words" | "object">): boolean {
  return (
    (row.words?.test(words) ?? true) &&
    (row.statuses?.includes(status) ?? true) &&
    (!row.ofAnother || speaksOfAnother(words, object))
  );
}

const absence =
  /no such (?<first>container|image|network|volume|service|node|secret|config)|\b(?<second>network|volume|service|node|secret|config) \S+ not found/i;

function speaksOfAnother(words: string, object: ObjectReference | undefined): boolean {
  const { first, second } = absence.exec(words)?.groups ?? {};
  const kind = (first ?? second)?.toLowerCase();
  return object !== undefined && kind !== undefined && kind !== object.kind;
}
