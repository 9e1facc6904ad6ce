import { EngineError, excerpt } from "../errors";
import type { ObjectReference } from "../object-reference";
import { absentObjects } from "./absences";
import { client } from "./client";
import { containers } from "./containers";
import { objects } from "./objects";
import { programs } from "./programs";
import type { Meaning, Refusal } from "./refusal";
import { registries } from "./registries";
import { statuses, unforeseen } from "./statuses";
import { swarms } from "./swarms";

/** The one table of what engines say where they refuse something: the first row that fits counts. */
export const refusals: readonly Refusal[] = [
  ...client,
  ...absentObjects,
  ...objects,
  ...programs,
  ...swarms,
  ...containers,
  ...registries,
  ...statuses,
];

export interface RefusalContext {
  /** HTTP status; 0 for an error inside a progress stream. */
  readonly status: number;
  readonly engineMessage: string;
  readonly call: string;
  readonly object: ObjectReference | undefined;
  readonly address: string;
}

/** The engine's refusal as an error. */
export function refusalError({ status, engineMessage, call, object, address }: RefusalContext): EngineError {
  // What is told of it is cut, too, by the error itself.
  const message = excerpt(engineMessage.trim());
  const told = { status, engineMessage: message, object };
  const row = refusals.find((each) => fits(each, told));
  const { code, says, remedy } = meaningOf(row) ?? meaningOf(statuses.find((each) => fits(each, told))) ?? unforeseen;
  const subject = object ? `${object.kind} ${JSON.stringify(object.name)}` : call;
  return new EngineError({
    code,
    what: `${subject} ${says}`,
    remedy,
    engineMessage: engineMessage.trim() || undefined,
    call,
    object,
    address,
    status: status || undefined,
    fault: row?.fault && { is: row.fault, parts: partsOf(row, message) },
  });
}

const meaningOf = (row: Refusal | undefined): Meaning | undefined => (row?.code === undefined ? undefined : row);

const partsOf = ({ pattern }: Refusal, message: string): string[] =>
  (pattern?.exec(message) ?? []).slice(1).filter((part) => part !== undefined);

type Told = Pick<RefusalContext, "status" | "engineMessage" | "object">;

function fits(row: Refusal, { status, engineMessage, object }: Told): boolean {
  return (
    (row.pattern?.test(engineMessage) ?? true) &&
    (row.statuses?.includes(status) ?? true) &&
    (row.about?.includes(object?.kind) ?? true) &&
    (!row.namesItself || object === undefined || partsOf(row, engineMessage)[0] === object.name)
  );
}
