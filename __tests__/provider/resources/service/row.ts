import type { Part } from "../../../../provider/resources/part";
import type { Fields, ObjectValue } from "../../../../provider/schema";

/** A part of a service, what is asked of it, and what is sent. */
export interface Row {
  readonly name: string;
  readonly part: {
    readonly schema: Fields;
    toEngine(asked: ObjectValue): unknown;
    fromEngine(found: unknown): unknown;
  };
  readonly asked: ObjectValue;
  /** As JSON has it: what is undefined is not sent. */
  readonly sent: unknown;
}

export const row = <F extends Fields, Spec>(
  name: string,
  part: Part<F, Spec>,
  asked: ObjectValue,
  sent: unknown,
): Row => ({
  name,
  part: part as unknown as Row["part"],
  asked,
  sent,
});
