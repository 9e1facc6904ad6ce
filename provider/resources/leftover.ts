import type { Engine } from "../../engine";
import type { Note } from "./journal";

/** An object by its id, and by its name for people. */
export interface Found {
  readonly id: string;
  readonly name: string;
}

/** What a killed run leaves of a type whose objects carry labels. */
export interface LabelledLeftover {
  /** For people: `volume`. */
  readonly kind: string;
  /** The objects that carry `label`, `NAME=VALUE`. @throws EngineError */
  find(engine: Engine, label: string): Promise<readonly Found[]>;
  /** Removes one; one that is gone is no error. @throws EngineError */
  remove(engine: Engine, id: string): Promise<unknown>;
  /**
   * Whether the label of an object's stage is on that object alone. Images pass theirs on to whatever is made of them,
   * which may be somebody else's. @default true
   */
  readonly isStageLabelItsOwn?: false;
}

/** What a killed run leaves of a type whose objects carry none: its name tells it, with what the note says of it. */
export interface NamedLeftover {
  readonly kind: string;
  /** Removes it; false where there is nothing under the name that the run made. @throws EngineError */
  removeNamed(engine: Engine, note: Note): Promise<boolean>;
}

export type Leftover = LabelledLeftover | NamedLeftover;

/** Why there is nothing to sweep of a type. */
export interface NothingLeft {
  readonly nothing: string;
}
