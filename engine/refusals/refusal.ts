import type { ContainerFault, EngineErrorCode } from "../errors";
import type { ObjectKind } from "../object-reference";

/** What a refusal means to whoever made the call. */
export interface Meaning {
  readonly code: EngineErrorCode;
  /** The summary's predicate after the object: `container "web" …`. */
  readonly says: string;
  readonly remedy: string;
}

interface Condition {
  /** The engine's own words (20.10 to 29). What they name is taken out of them by groups. */
  readonly pattern?: RegExp;
  readonly statuses?: readonly number[];
  /** Kinds of the object that the call is about; undefined is a call about none. @default - any */
  readonly about?: readonly (ObjectKind | undefined)[];
  /** What the words name is the very object that the call is about. @default - whatever they name */
  readonly namesItself?: boolean;
}

/** What the engine's refusal means: by its words first, by its status where they say nothing, or only what is at fault. */
export type Refusal = Condition &
  ((Meaning & { readonly fault?: ContainerFault }) | { readonly fault: ContainerFault; readonly code?: undefined });
