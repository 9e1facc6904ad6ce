import type { EngineErrorCode } from "../../../engine/errors";
import type { ObjectKind } from "../../../engine/object-reference";

/** What an engine says, word for word; status 0 is inside a progress stream. */
export interface Row {
  readonly status: number;
  readonly kind?: ObjectKind;
  readonly engineMessage: string;
  readonly code: EngineErrorCode;
}
